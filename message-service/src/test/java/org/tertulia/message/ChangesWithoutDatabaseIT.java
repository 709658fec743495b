package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.test.ServiceTest;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Changes while the database does not answer, or breaks its connections. */
@ServiceTest(
        properties = {
            "spring.r2dbc.properties.lockWaitTimeout=PT0.5S",
            "tertulia.message.changing.commit-timeout=1s",
            "tertulia.message.changing.retry-after=2s",
            "tertulia.message.delivery.max-unacked=1"
        })
class ChangesWithoutDatabaseIT extends ChangesApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transactions;

    @Test
    void whoIsToldToComeBackShouldFindTheChangeMadeOnce() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        var release = hold(chat.id());
        edit(ana, chat, seq, "\"1\"", "adiós")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "2")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "service-unavailable");
        try (var b = bruno.connect(port)) {
            b.send(reaction("reaction.add", chat, seq, HEART));
            var error = answer(b, "reaction.add", seq);
            assertThat(error.path("problem").path("status").asInt()).isEqualTo(503);
            assertThat(error.path("retryAfterMs").asLong()).isEqualTo(2000);
        }
        release.tryEmitEmpty();

        assertThat(
                        untilDone(
                                () ->
                                        edit(ana, chat, seq, "\"1\"", "adiós")
                                                .returnResult(String.class)))
                .isEqualTo(200);
        assertThat(
                        untilDone(
                                () ->
                                        put(bruno, REACTION, chat.id(), seq, HEART)
                                                .returnResult(String.class)))
                .isEqualTo(204);
        assertThat(lastSeq(ana, chat)).isEqualTo(4);
    }

    @Test
    void whoHasAsMuchUnderWayAsTheyMayShouldBeReadFromLater() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        try (var b = bruno.connect(port)) {
            var release = hold(chat.id());
            b.send(reaction("reaction.add", chat, seq, HEART));
            b.send("{\"op\":\"ping\"}");
            b.await("pong");
            release.tryEmitEmpty();

            assertThat(b.frames().stream().map(f -> f.path("op").asString()))
                    .containsSubsequence("hello", "error", "pong");
        }
    }

    /** Holds the chat's row until the sink completes. */
    private Sinks.Empty<Void> hold(UUID chat) {
        var release = Sinks.<Void>empty();
        var held = Sinks.<Void>empty();
        database.sql("SELECT 1 FROM chats WHERE chat_id = $1 FOR UPDATE")
                .bind(0, chat)
                .fetch()
                .one()
                .doOnNext(row -> held.tryEmitEmpty())
                .then(Mono.defer(release::asMono))
                .as(transactions::transactional)
                .subscribe(null, held::tryEmitError);
        held.asMono().block(PATIENCE);
        return release;
    }

    @Test
    void everyChangeShouldBeMadeOnceAlthoughConnectionsBreak() throws InterruptedException {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "v1").path("seq").asLong();
        var breaking = new AtomicBoolean(true);
        var breaker = Thread.ofVirtual().start(() -> breakConnectionsWhile(breaking));
        for (int version = 1; version <= 40; version++) {
            var tag = "\"%d\"".formatted(version);
            var text = "v" + (version + 1);
            assertThat(untilDone(() -> edit(ana, chat, seq, tag, text).returnResult(String.class)))
                    .isEqualTo(200);
            var pin = version % 2 == 1;
            assertThat(
                            untilDone(
                                    () ->
                                            (pin
                                                            ? put(bruno, PIN, chat.id(), seq)
                                                            : delete(bruno, PIN, chat.id(), seq))
                                                    .returnResult(String.class)))
                    .isEqualTo(204);
        }
        breaking.set(false);
        breaker.join();

        assertThat(column("SELECT seq FROM log WHERE chat_id = $1 ORDER BY seq", chat.id()))
                .isEqualTo(LongStream.rangeClosed(1, 82).boxed().toList());
        assertThat(
                        column(
                                "SELECT (entry->>'version')::bigint FROM log WHERE chat_id = $1 AND entry->>'type' = 'message.edited' ORDER BY seq",
                                chat.id()))
                .isEqualTo(IntStream.rangeClosed(2, 41).mapToLong(i -> i).boxed().toList());
    }

    private interface Attempt {
        FluxExchangeResult<String> make();
    }

    /** The status of the first answer that is not "come back later", which every other one must be. */
    private static int untilDone(Attempt attempt) {
        for (int i = 0; i < 100; i++) {
            var answer = attempt.make();
            var status = answer.getStatus().value();
            answer.getResponseBody().blockLast(PATIENCE);
            if (status != 503) {
                return status;
            }
            assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isNotNull();
        }
        throw new AssertionError("never done");
    }

    /** Waits for their ends, so that nobody is given one of them afterwards. */
    private void breakConnectionsWhile(AtomicBoolean breaking) {
        while (breaking.get()) {
            database.sql(
                            "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                    .then()
                    .onErrorComplete()
                    .block(PATIENCE);
            Mono.delay(Duration.ofMillis(80)).block(PATIENCE);
        }
    }

    private List<Long> column(String sql, UUID chat) {
        return database.sql(sql)
                .bind(0, chat)
                .mapValue(Long.class)
                .all()
                .collectList()
                .retry(3)
                .block(PATIENCE);
    }
}
