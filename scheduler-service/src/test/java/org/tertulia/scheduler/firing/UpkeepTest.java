package org.tertulia.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.test.MutableClock;
import org.tertulia.test.PostgresExtension;

/** What is over goes when its time has come, and what waits is counted. */
class UpkeepTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private final MutableClock clock = MutableClock.atNoon();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Upkeep upkeep;

    @BeforeEach
    void begin() {
        postgres.truncate("reminders", "idempotency_keys", "scheduled_messages");
        upkeep =
                new Upkeep(
                        new UpkeepRepository(postgres.databaseClient()),
                        new FiringMetrics(meters),
                        new UpkeepProperties(
                                Duration.ofHours(1),
                                Duration.ofDays(30),
                                Duration.ofDays(30),
                                Duration.ofDays(30),
                                10,
                                3),
                        clock);
    }

    @Test
    void completedRemindersShouldGoAfterAMonth() {
        insert("completed", null, clock.instant());
        insert("waiting", clock.instant().plus(Duration.ofDays(900)), clock.instant());

        clock.advance(Duration.ofDays(30));
        run();
        assertThat(count("reminders")).isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        run();
        assertThat(count("reminders")).isEqualTo(1);
    }

    @Test
    void messagesThatWereSentOrRefusedShouldGoAfterAMonth() {
        schedule("sent", "null, null", "7");
        schedule("refused", "'urn:tertulia:problem:chat-not-found', 'x'", "null");
        schedule("waiting", "null, null", "null");
        schedule("sending", "null, null", "null");

        clock.advance(Duration.ofDays(30));
        run();
        assertThat(count("scheduled_messages")).isEqualTo(4);
        clock.advance(Duration.ofSeconds(1));
        run();
        assertThat(count("scheduled_messages")).isEqualTo(2);
    }

    private void schedule(String state, String refusal, String message) {
        sql(
                """
                insert into scheduled_messages (scheduled_message_id, user_id, chat_id, text, attachments, alts,
                    due_at, zone, state, refusal_type, refusal_detail, message, version, created_at, changed_at)
                values (uuidv7(), uuidv7(), uuidv7(), 'x', '{}', '{}', '%4$s', 'UTC', '%1$s', %2$s, %3$s, 1, '%4$s', '%4$s')
                """
                        .formatted(state, refusal, message, clock.instant()));
    }

    @Test
    void firingsAndKeysShouldGoByBatches() {
        var reminder =
                insert("waiting", clock.instant().plus(Duration.ofDays(900)), clock.instant());
        sql(
                """
                insert into firings (reminder_id, due_at, firing_id, fired_at)
                select '%1$s', '%2$s'::timestamptz + n * interval '1 second', uuidv7(), '%2$s'
                from generate_series(1, 15) as n
                """
                        .formatted(reminder, clock.instant()));
        sql(
                """
                insert into idempotency_keys (user_id, key, fingerprint, made_id, stored_at)
                select uuidv7(), 'key', 'x', uuidv7(), '%s' from generate_series(1, 5)
                """
                        .formatted(clock.instant()));

        clock.advance(Duration.ofHours(25));
        run();
        assertThat(count("idempotency_keys")).isZero();
        assertThat(count("firings")).isEqualTo(15);
        clock.advance(Duration.ofDays(30));
        run();
        assertThat(count("firings")).isEqualTo(5);
    }

    @Test
    void theGaugesShouldCountUpToALimit() {
        insert("waiting", clock.instant().minusSeconds(1), clock.instant());
        insert("waiting", clock.instant().plusSeconds(1), clock.instant());
        insert("completed", null, clock.instant());
        run();
        assertThat(gauge("due")).isEqualTo(1);
        assertThat(gauge("waiting")).isEqualTo(2);

        insert("waiting", clock.instant().plusSeconds(1), clock.instant());
        insert("waiting", clock.instant().plusSeconds(1), clock.instant());
        run();
        assertThat(gauge("waiting")).isEqualTo(3);
    }

    private void run() {
        upkeep.round().block(LIMIT);
    }

    private double gauge(String name) {
        return meters.get("scheduler.reminders." + name).gauge().value();
    }

    private UUID insert(String state, Instant regularAt, Instant changedAt) {
        var id = UUID.randomUUID();
        var regular = regularAt == null ? "null" : "'" + regularAt + "'";
        sql(
                """
                insert into reminders (reminder_id, user_id, text, zone, if_late, state, regular_at, version,
                    created_at, changed_at)
                values ('%s', uuidv7(), 'x', 'UTC', 'fire', '%s', %s, 1, '%4$s', '%4$s')
                """
                        .formatted(id, state, regular, changedAt));
        return id;
    }

    private static void sql(String sql) {
        postgres.databaseClient().sql(sql).then().block(LIMIT);
    }

    private static long count(String table) {
        return postgres.databaseClient()
                .sql("select count(*) from " + table)
                .mapValue(Long.class)
                .one()
                .block(LIMIT);
    }
}
