package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.sample.notes.NotePosting;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import org.tertulia.starter.problem.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@SampleTest
class OutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SENDERS = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired private NotePosting posting;
    @Autowired private Outbox outbox;
    @Autowired private DatabaseClient database;
    @Autowired private Environment environment;
    @Autowired private TransactionalOperator transactions;

    @Autowired
    @Qualifier("outboxRelay")
    private SmartLifecycle relay;

    @Test
    void eventsOfOneKeyShouldBeInTheOrderOfTheirCommitsUnderConcurrentTransactions() {
        var boards = boards(4);

        Flux.range(0, 400).flatMap(n -> postOrFail(boards, n), SENDERS).blockLast(PATIENCE);

        boards.forEach(board -> assertThat(publishedSeqs(board, 75)).isEqualTo(upTo(75)));
    }

    /** Every fourth post on a board fails after it was appended to the outbox. */
    private Mono<Void> postOrFail(List<UUID> boards, int n) {
        var board = boards.get(n % boards.size());
        var fails = n / boards.size() % 4 == 3;
        return post(posting, board, fails).onErrorResume(ProblemException.class, _ -> Mono.empty());
    }

    @Test
    void anAppendOutsideOfATransactionShouldFail() {
        var event = new ChatClosed(UUID.randomUUID(), 1, UUID.randomUUID(), Instant.EPOCH);

        var append = outbox.append(Topics.MESSAGE_EVENTS, event);

        assertThatThrownBy(() -> append.block(PATIENCE)).isInstanceOf(NoTransactionException.class);
    }

    @Test
    void eventsAppendedTogetherShouldBeInTheirOrder() {
        var board = UUID.randomUUID();
        var closer = UUID.randomUUID();
        var events =
                LongStream.rangeClosed(1, 300)
                        .mapToObj(seq -> new ChatClosed(board, seq, closer, Instant.now()))
                        .toList();

        outbox.appendAll(Topics.MESSAGE_EVENTS, events)
                .as(transactions::transactional)
                .block(PATIENCE);

        assertThat(publishedSeqs(board, 300)).isEqualTo(upTo(300));
    }

    @Test
    void whatACrashLeftBetweenCommitAndPublishingShouldBePublishedAfterTheStart() {
        var board = UUID.randomUUID();
        relay.stop();
        try {
            post(posting, board, false).repeat(2).blockLast(PATIENCE);
            assertThat(waitingOf(board)).isEqualTo(3);
        } finally {
            relay.start();
        }

        assertThat(publishedSeqs(board, 3)).isEqualTo(upTo(3));
    }

    @Test
    void aCrashBetweenPublishingAndDeletingShouldRepeatEventsWithTheirIds() {
        var board = UUID.randomUUID();
        refuseDeletions(board);
        post(posting, board, false).repeat(1).blockLast(PATIENCE);

        var seen = KafkaRecords.of(Topics.MESSAGE_EVENTS).awaitRecords(5, r -> isOf(board, r));
        allowDeletions();

        var ids = seen.stream().map(record -> record.header("ce_id")).toList();
        assertThat(ids.stream().distinct()).hasSize(2);
        assertThat(publishedSeqs(board, 5).stream().distinct()).containsExactly(1L, 2L);
        Awaitility.await().atMost(PATIENCE).until(() -> waitingOf(board) == 0);
    }

    @Test
    void aRelayThatLosesItsDatabaseSessionShouldGoOnInANewOne() {
        var board = UUID.randomUUID();
        post(posting, board, false).block(PATIENCE);
        assertThat(publishedSeqs(board, 1)).isEqualTo(upTo(1));

        endTheRelaysSession();
        post(posting, board, false).block(PATIENCE);

        assertThat(publishedSeqs(board, 2)).isEqualTo(upTo(2));
    }

    @Test
    void twoInstancesOnOneDatabaseShouldPublishEachEventOnceInOrder() {
        var boards = boards(4);
        try (var second = SecondInstance.startBeside(environment)) {
            var others = second.getBean(NotePosting.class);

            Flux.range(0, 200)
                    .flatMap(
                            n -> post(n % 2 == 0 ? posting : others, boards.get(n / 2 % 4), false),
                            SENDERS)
                    .blockLast(PATIENCE);

            boards.forEach(board -> assertThat(publishedSeqs(board, 50)).isEqualTo(upTo(50)));
        }
        boards.forEach(board -> assertThat(publishedSeqs(board, 50)).hasSize(50));
    }

    @Test
    void aStandByShouldTakeOverWhenTheRelayStops() {
        var board = UUID.randomUUID();
        try (var second = SecondInstance.startBeside(environment)) {
            relay.stop();
            post(second.getBean(NotePosting.class), board, false).block(PATIENCE);

            assertThat(publishedSeqs(board, 1)).isEqualTo(upTo(1));
        } finally {
            relay.start();
        }
    }

    private Mono<Void> post(NotePosting by, UUID board, boolean fails) {
        return by.post(new ChatId(board), new UserId(UUID.randomUUID()), "note", fails);
    }

    private static List<UUID> boards(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Long> publishedSeqs(UUID board, int count) {
        return KafkaRecords.of(Topics.MESSAGE_EVENTS)
                .within(PATIENCE)
                .awaitRecords(count, record -> isOf(board, record))
                .stream()
                .map(record -> JSON.readTree(record.value()).path("seq").asLong())
                .toList();
    }

    private static boolean isOf(UUID board, KafkaRecord record) {
        return board.toString().equals(record.key());
    }

    private long waitingOf(UUID board) {
        return Objects.requireNonNull(
                database.sql("select count(*) from outbox where record_key = :key")
                        .bind("key", board.toString())
                        .mapValue(Long.class)
                        .one()
                        .block(PATIENCE));
    }

    private void refuseDeletions(UUID board) {
        run(
                """
                create function refuse_deletion() returns trigger language plpgsql as $$
                begin
                    if old.record_key = '%s' then raise exception 'a crash'; end if;
                    return old;
                end $$
                """
                        .formatted(board));
        run(
                "create trigger refuse_deletion before delete on outbox"
                        + " for each row execute function refuse_deletion()");
    }

    private void allowDeletions() {
        run("drop trigger refuse_deletion on outbox");
        run("drop function refuse_deletion()");
    }

    private void endTheRelaysSession() {
        run(
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database ="
                        + " (select oid from pg_database where datname = current_database())");
    }

    private void run(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }
}
