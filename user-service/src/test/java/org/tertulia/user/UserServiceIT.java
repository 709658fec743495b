package org.tertulia.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.account.AccountRegistered;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.test.IdempotentListenerContract;
import org.tertulia.test.OpenApiContract;
import org.tertulia.test.OutboxContract;
import org.tertulia.test.SecurityContract;
import org.tertulia.test.TestTokens;
import org.tertulia.user.profile.RegisteredInATest;
import reactor.core.publisher.Mono;

/** What the user service owes everybody, as every service does. */
class UserServiceIT extends UserApi
        implements SecurityContract, OutboxContract, IdempotentListenerContract, OpenApiContract {

    private static final String ME = "/api/v1/users/me";

    @Autowired RegisteredInATest registering;
    @Autowired EventSubscription subscription;

    @Override
    public List<String> securedRequests() {
        return List.of(
                "GET /api/v1/users?query=ana",
                "GET " + ME,
                "PUT " + ME,
                "PUT " + ME + "/picture",
                "DELETE " + ME + "/picture",
                "GET " + ME + "/preferences",
                "PUT " + ME + "/preferences",
                "GET /api/v1/users/00000000-0000-7000-8000-000000000404");
    }

    @Override
    public String outboxTopic() {
        return Topics.USER_EVENTS;
    }

    @Override
    public Mono<UUID> change() {
        return registering.somebody(unique("o"));
    }

    @Override
    public String listenedTopic() {
        return Topics.ACCOUNT_EVENTS;
    }

    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        return new AccountRegistered(
                aggregate, handle(aggregate), "Ana", "es", Instant.parse("2026-11-01T12:00:00Z"));
    }

    private static String handle(UUID person) {
        return "h" + person.toString().substring(0, 13);
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql(
                        """
                        select p.version || p.display_name || f.language || f.theme as state
                        from profiles p join preferences f using (user_id) where p.user_id = :id
                        """)
                .bind("id", aggregate)
                .map(row -> row.get("state", String.class))
                .one()
                .block(LIMIT);
    }

    @Test
    void theConsumerGroupIsPinned() {
        assertThat(subscription)
                .isInstanceOfSatisfying(
                        EventSubscription.Ordered.class,
                        ordered ->
                                assertThat(ordered.group())
                                        .isEqualTo("user-service.begin-profiles"));
    }

    @Test
    void anUnsupportedMethodIsToldTheOthers() {
        var answer = request(HttpMethod.DELETE, person(), "/me").exchange();
        answer.expectHeader().value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("PUT"));
        expectProblem(answer, 405, "method-not-allowed");
    }

    @Test
    void badBodiesAreRefused(@Autowired WebTestClient plain) {
        var person = person();
        var large = Map.of("displayName", "Ana", "bio", "x".repeat(70 * 1024));
        expectProblem(put(person, "/me", large), 413, "payload-too-large");
        expectProblem(
                plain.put()
                        .uri(ME)
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(person))
                        .header(HttpHeaders.CONTENT_TYPE, "application/json")
                        .bodyValue("{\"displayName\": ")
                        .exchange(),
                400,
                "malformed-request");
        expectProblem(get(person, "/nobody"), 400, "malformed-request");
    }
}
