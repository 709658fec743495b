package org.tertulia.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.account.AccountRegistered;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profiles and preferences over HTTP. */
class ProfileIT extends UserApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeEach
    void auth() {
        AUTH_SERVICE.reset();
    }

    private static List<JsonNode> events(UUID person, int count) {
        return KafkaRecords.of(Topics.USER_EVENTS)
                .awaitRecords(count, record -> person.toString().equals(record.key()))
                .stream()
                .map(record -> JSON.readTree(record.value()))
                .toList();
    }

    @Test
    void myProfileIsThereBeforeTheEventOfMyRegistration() {
        var me = UUID.randomUUID();
        var handle = unique("h");
        authServiceKnows(me, handle, "es");

        var answer = get(me, "/me").expectStatus().isOk();
        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        var profile = json(answer);
        assertThat(profile.path("id").asString()).isEqualTo(me.toString());
        assertThat(profile.path("handle").asString()).isEqualTo(handle);
        assertThat(profile.path("createdAt").asString()).isEqualTo("2026-11-01T12:00:00.123456Z");
        assertThat(AUTH_SERVICE.received().getFirst().authorization()).startsWith("Bearer ey");
        expect(200, get(me, "/me"));
        assertThat(AUTH_SERVICE.received()).hasSize(1);

        var at = Instant.parse("2026-11-01T12:00:00Z");
        TestEvents.publish(
                Topics.ACCOUNT_EVENTS, new AccountRegistered(me, handle, "Other", "en", at));
        expect(200, put(me, "/me", Map.of("displayName", "Changed")));
        var events = events(me, 2);
        assertThat(events).extracting(e -> e.path("version").asInt()).containsExactly(1, 2);
        assertThat(events.getFirst().path("displayName").asString()).isEqualTo("Fresh");
    }

    @Test
    void whoHasNoAccountHasNoProfile() {
        expectProblem(get(UUID.randomUUID(), "/me"), 404, "not-found");
        expectProblem(
                put(UUID.randomUUID(), "/me", Map.of("displayName", "Ana")), 404, "not-found");
    }

    @Test
    void anAuthServiceInTroubleIsUnavailable() {
        AUTH_SERVICE.answer("GET", ACCOUNT, 500, "{}");
        var answer = get(UUID.randomUUID(), "/me");
        answer.expectHeader().exists(HttpHeaders.RETRY_AFTER);
        expectProblem(answer, 503, "service-unavailable");
    }

    @Test
    void aSessionThatTheAuthServiceRefusesIsOver() {
        AUTH_SERVICE.answer("GET", ACCOUNT, 401, "{}");
        var answer = get(UUID.randomUUID(), "/me");
        answer.expectHeader().exists(HttpHeaders.WWW_AUTHENTICATE);
        expectProblem(answer, 401, "unauthenticated");
        AUTH_SERVICE.answer("GET", ACCOUNT, 429, "{}");
        expectProblem(get(UUID.randomUUID(), "/me"), 503, "service-unavailable");
    }

    @Test
    void aChangeIsSeenByOthersAndAnnounced() {
        var me = person();
        var text = Map.of("displayName", " Ana Mari\u0301a ", "bio", "uno\r\ndos");
        var answer = put(me, "/me", text).expectStatus().isOk();
        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        assertThat(json(answer).path("displayName").asString()).isEqualTo("Ana Mar\u00EDa");

        var seen = expect(200, get(person(), "/" + me));
        assertThat(seen.path("displayName").asString()).isEqualTo("Ana Mar\u00EDa");
        assertThat(seen.path("bio").asString()).isEqualTo("uno\ndos");
        var event = events(me, 1).getLast();
        assertThat(event.path("version").asInt()).isEqualTo(2);
        assertThat(event.path("bio").asString()).isEqualTo("uno\ndos");
    }

    @Test
    void sayingTheSameAgainIsNoChange() {
        var me = person(unique("h"), "Ana");
        var answer = put(me, "/me", Map.of("displayName", "Ana"));
        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        expect(200, answer);
    }

    @Test
    void ifMatchGuardsAChange() {
        var me = person();
        expect(200, change(me, "\"1\"", "Second"));
        expectProblem(change(me, "\"1\"", "Third"), 412, "precondition-failed");
        expect(200, change(me, "*", "Third"));
    }

    private ResponseSpec change(UUID me, String ifMatch, String name) {
        return request(HttpMethod.PUT, me, "/me")
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .bodyValue(Map.of("displayName", name))
                .exchange();
    }

    @Test
    void textIsCheckedByTheFieldItIsIn() {
        var me = person();
        for (var name : List.of("", "  ", "a\nb", "\u202Eana", "x".repeat(81))) {
            var problem =
                    expectProblem(
                            put(me, "/me", Map.of("displayName", name)), 400, "validation-failed");
            assertThat(problem.path("errors").get(0).path("field").asString())
                    .isEqualTo("displayName");
        }
        expectProblem(put(me, "/me", Map.of("bio", "x")), 400, "validation-failed");
    }

    @Test
    void changesAtOnceAreNumberedWithoutAGapAndAnnouncedInOrder() throws Exception {
        var me = person();
        var calls =
                IntStream.range(0, 20)
                        .<Callable<JsonNode>>mapToObj(
                                i ->
                                        () ->
                                                expect(
                                                        200,
                                                        put(
                                                                me,
                                                                "/me",
                                                                Map.of("displayName", "Ana " + i))))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().path("id").asString()).isEqualTo(me.toString());
            }
        }
        var events = events(me, 20);
        assertThat(events)
                .extracting(e -> e.path("version").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 21).boxed().toList());
        assertThat(expect(200, get(me, "/me")).path("displayName"))
                .isEqualTo(events.getLast().path("displayName"));
    }

    @Test
    void aProfileAskedForTenTimesAtOnceBeginsOnce() throws Exception {
        var me = UUID.randomUUID();
        authServiceKnows(me, unique("h"), null);
        Callable<JsonNode> ask = () -> expect(200, get(me, "/me"));
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var answer : threads.invokeAll(Collections.nCopies(10, ask))) {
                assertThat(answer.get().path("id").asString()).isEqualTo(me.toString());
            }
        }
        expect(200, put(me, "/me", Map.of("displayName", "Changed")));
        assertThat(events(me, 2)).extracting(e -> e.path("version").asInt()).containsExactly(1, 2);
    }

    @Test
    void preferencesBeginWithTheLanguageOfTheAccount() {
        var me = UUID.randomUUID();
        authServiceKnows(me, unique("h"), "es");
        var first = expect(200, get(me, "/me/preferences"));
        assertThat(first.path("language").asString()).isEqualTo("es");
        assertThat(first.path("theme").asString()).isEqualTo("system");
    }

    @Test
    void preferencesAreReplacedAndBelongToTheirOwner() {
        var me = person();
        var wanted = Map.of("language", "en", "theme", "dark");
        var answer = expect(200, put(me, "/me/preferences", wanted));
        assertThat(answer.path("theme").asString()).isEqualTo("dark");
        assertThat(expect(200, get(me, "/me/preferences"))).isEqualTo(answer);
        var cleared = expect(200, put(me, "/me/preferences", Map.of("theme", "light")));
        assertThat(cleared.path("language").isNull()).isTrue();
        var other = expect(200, get(person(), "/me/preferences"));
        assertThat(other.path("theme").asString()).isEqualTo("system");
    }

    @Test
    void preferencesThereAreNotAreRefused() {
        var me = person();
        expectProblem(put(me, "/me/preferences", Map.of()), 400, "validation-failed");
        expectProblem(
                put(me, "/me/preferences", Map.of("theme", "pink")), 400, "malformed-request");
        expectProblem(
                put(me, "/me/preferences", Map.of("theme", "dark", "language", "fr")),
                400,
                "malformed-request");
    }

    @Test
    void nobodyChangesAnothersProfileOrReadsTheirPreferences() {
        var other = person();
        var body = Map.of("displayName", "Mine now");
        expectProblem(put(person(), "/" + other, body), 405, "method-not-allowed");
        expectProblem(get(person(), "/" + other + "/preferences"), 404, "not-found");
    }

    @Test
    void aPersonThereIsNotIsNotFound() {
        expectProblem(get(person(), "/" + UUID.randomUUID()), 404, "not-found");
    }
}
