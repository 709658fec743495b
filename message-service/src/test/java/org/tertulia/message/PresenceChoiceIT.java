package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.Personal.awaitAfter;
import static org.tertulia.message.Personal.awaitPresence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.tertulia.test.MutableClock;

/** What people choose to be shown as, while time passes. */
@Import(PresenceChoiceIT.MovableTime.class)
class PresenceChoiceIT extends RealtimeApi {

    @TestConfiguration(proxyBeanMethods = false)
    static class MovableTime {

        @Bean
        Clock movableClock() {
            return MutableClock.at(Instant.now());
        }
    }

    @Autowired Clock time;
    private Personal my;

    @BeforeEach
    void people() {
        my = new Personal(ana, client);
    }

    private MutableClock clock() {
        return (MutableClock) time;
    }

    @Test
    void aCustomStatusShouldBeToldAndEndByItself() {
        chatOf(ana, bruno);
        var stranger = TestPerson.somebody();
        try (var a = ana.connect(port);
                var b = bruno.connect(port);
                var s = stranger.connect(port)) {
            var until = clock().instant().plusSeconds(30);
            my.presence(Map.of("status", "online", "text", " café ", "emoji", "☕", "until", until));
            var told = b.await(f -> f.path("text").asString("").equals("café"));
            assertThat(told.path("op").asString()).isEqualTo("presence");
            assertThat(told.path("status").asString()).isEqualTo("online");
            assertThat(told.path("emoji").asString()).isEqualTo("☕");
            var own = a.await("presence.own");
            assertThat(own.path("text").asString()).isEqualTo("café");
            assertThat(own.path("until").isString()).isTrue();
            try (var later = bruno.connect(port)) {
                var hello = later.await("hello").path("presence").path(0);
                assertThat(hello.path("text").asString()).isEqualTo("café");
                assertThat(hello.path("status").asString()).isEqualTo("online");
            }

            clock().advance(Duration.ofSeconds(30));
            awaitAfter(
                    b,
                    told,
                    f ->
                            f.path("op").asString().equals("presence")
                                    && f.path("status").asString().equals("online")
                                    && !f.has("text"));
            assertThat(my.list("/api/v1/presence").has("text")).isFalse();
            a.await(
                    f ->
                            f.path("op").asString().equals("presence.own")
                                    && !f.has("text")
                                    && f.path("version").equals(own.path("version")));
            assertThat(s.frames()).noneMatch(f -> f.path("op").asString().equals("presence"));
        }
    }

    @Test
    void whoIsInvisibleShouldLookOfflineAlsoAfterComingBack() {
        chatOf(ana, bruno);
        assertThat(my.presence(Map.of("status", "invisible")).path("status").asString())
                .isEqualTo("invisible");
        try (var b = bruno.connect(port)) {
            try (var a = ana.connect(port)) {
                assertThat(a.await("hello").path("ownPresence").path("status").asString())
                        .isEqualTo("invisible");
                assertThat(my.list("/api/v1/presence").path("status").asString())
                        .isEqualTo("invisible");
                try (var later = bruno.connect(port)) {
                    assertThat(later.await("hello").path("presence").isEmpty()).isTrue();
                }
                assertThat(b.frames()).noneMatch(f -> f.path("op").asString().equals("presence"));
                my.presence(Map.of("status", "online"));
                awaitPresence(b, ana, "online");
                my.presence(Map.of("status", "away"));
                awaitPresence(b, ana, "away");
                my.presence(Map.of("status", "invisible"));
                awaitPresence(b, ana, "offline");
            }
        }
    }

    @Test
    void invisibilityShouldEndByItself() {
        chatOf(ana, bruno);
        my.presence(Map.of("status", "invisible", "until", clock().instant().plusSeconds(20)));
        try (var b = bruno.connect(port);
                var a = ana.connect(port)) {
            assertThat(b.frames()).noneMatch(f -> f.path("op").asString().equals("presence"));
            clock().advance(Duration.ofSeconds(20));
            awaitPresence(b, ana, "online");
            assertThat(a.await("presence.own").path("status").asString()).isEqualTo("online");
        }
    }

    @Test
    void whoNeverSaidAnythingShouldBeOnline() {
        var own = my.list("/api/v1/presence");

        assertThat(own.path("status").asString()).isEqualTo("online");
        assertThat(own.path("version").asLong()).isZero();
        assertThat(own.has("text")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status\":\"offline\"}",
                "{\"status\":\"ONLINE\"}",
                "{\"status\":\"online\",\"emoji\":\"ab\"}",
                "{\"status\":\"online\",\"emoji\":\"☕☕\"}",
                "{\"status\":\"online\",\"text\":\"a\\nb\"}",
                "{\"status\":\"online\",\"until\":\"2020-01-01T00:00:00Z\"}",
                "{\"status\":\"online\",\"until\":\"9999-01-01T00:00:00Z\"}",
                "{\"status\":\"online\",\"until\":\"tomorrow\"}"
            })
    void aPresenceThatIsNotRightShouldBeRefused(String body) {
        client.put()
                .uri("/api/v1/presence")
                .header("Authorization", ana.bearer())
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aCustomStatusShouldHaveItsBound() {
        my.put("/api/v1/presence", Map.of("status", "online", "text", "é".repeat(81)))
                .expectStatus()
                .isBadRequest();
        assertThat(my.presence(Map.of("status", "online", "text", "é".repeat(80))).has("text"))
                .isTrue();
    }
}
