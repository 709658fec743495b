package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.http.HttpMethod;

/** What push services answer, and what comes of it. */
class PushServicesIT extends PushApi {

    @Autowired
    @Qualifier("pushHealthIndicator")
    ReactiveHealthIndicator health;

    private void say(String text) {
        TestChat.between(ana, bruno).say(ana, text);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aSubscriptionThatIsGoneShouldBeForgotten(int status) {
        service.answer("/b", status);
        browser(bruno, "/b");
        browser(bruno, "/c");
        say("Hola");
        awaitReceived("/c", 1);
        await().atMost(LIMIT).until(() -> subscriptions(bruno).size() == 1);
        assertThat(service.received("/b")).hasSize(1);
        assertThat(letters(bruno)).isZero();
    }

    /** 0 is a push service that does not answer. */
    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 0})
    void whatAPushServiceCanNotTakeNowShouldBeTriedAgain(int status) {
        service.answer("/b", status, status);
        var browser = browser(bruno, "/b");
        say("Hola");
        assertThat(pushed(browser, "/b", 3).path("body").asString()).isEqualTo("Hola");
        awaitSent(bruno);
        var topics = service.received("/b").stream().map(it -> it.header("Topic")).distinct();
        assertThat(topics).hasSize(1);
        assertThat(letters(bruno)).isZero();
    }

    @Test
    void aPushServiceShouldBeLeftAloneForAsLongAsItAsks() {
        service.answerLater("/b", 429, "1000");
        browser(bruno, "/b");
        var before = Instant.now();
        var chat = TestChat.between(ana, bruno);
        chat.say(ana, "uno");
        await().atMost(LIMIT)
                .until(
                        () ->
                                count(
                                                "pushes join push_subscriptions using"
                                                        + " (subscription_id) where user_id = $1 and not_before is not null",
                                                bruno)
                                        == 1);
        assertThat(notBefore(bruno)).isAfterOrEqualTo(before.plusSeconds(1));
        chat.say(ana, "dos");
        awaitHandled(chat);
        awaitReceived("/b", 2);
        awaitSent(bruno);
        assertThat(service.received("/b")).hasSize(2);
    }

    private Instant notBefore(UUID person) {
        return Objects.requireNonNull(
                database.sql(
                                "select not_before from pushes join push_subscriptions using"
                                        + " (subscription_id) where user_id = $1")
                        .bind(0, person)
                        .mapValue(Instant.class)
                        .one()
                        .block(LIMIT));
    }

    @Test
    void whatIsRefusedShouldBeGivenUpAtOnce() {
        service.answer("/b", 400);
        browser(bruno, "/b");
        say("Hola");
        await().atMost(LIMIT).until(() -> letters(bruno) == 1);
        assertThat(service.received("/b")).hasSize(1);
        assertThat(waiting(bruno)).isZero();
        var details = Objects.requireNonNull(health.health().block(LIMIT)).getDetails();
        assertThat((Long) details.get("deadLetters")).isPositive();
    }

    @Test
    void whatIsNeverTakenShouldBeGivenUpAfterTheLastTry() {
        service.answer("/b", 503, 503, 503, 503, 503, 503);
        browser(bruno, "/b");
        say("Hola");
        await().atMost(LIMIT).until(() -> letters(bruno) == 1);
        assertThat(service.received("/b")).hasSize(4);
        assertThat(
                        database.sql(
                                        "select host || ' ' || reason || ' ' || attempts from"
                                                + " push_dead_letters where user_id = $1")
                                .bind(0, bruno)
                                .mapValue(String.class)
                                .one()
                                .block(LIMIT))
                .isEqualTo("127.0.0.1 status 503 4");
    }

    /** Nobody else waits for it. */
    @Test
    void aPushServiceThatHangsShouldNotHoldUpOthers() {
        try (var other = new FakePushService()) {
            for (int i = 0; i < 5; i++) {
                service.answer("/slow" + i, 0, 0, 0, 0);
                browser(bruno, "/slow" + i);
            }
            var quick = new TestBrowser(other.endpoint("/q"));
            send(HttpMethod.PUT, bruno, SUBSCRIPTIONS, quick.subscription(false))
                    .expectStatus()
                    .isOk();
            say("Hola");
            await().atMost(LIMIT).until(() -> !other.received("/q").isEmpty());
        }
    }

    private long letters(UUID person) {
        return count("push_dead_letters where user_id = $1", person);
    }
}
