package org.tertulia.scheduler;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecord;
import org.tertulia.test.KafkaRecords;

/** Thousands of reminders are due at one moment: each fires once, whatever happens to the instances meanwhile. */
class ManyAtOnceIT extends SchedulerApi {

    private static final int MANY =
            Integer.parseInt(System.getenv().getOrDefault("TERTULIA_TEST_REMINDERS", "2000"));

    /** What a machine that is busy with other things needs, and far more than any other. */
    private static final Duration PATIENCE = Duration.ofSeconds(60).plusMillis(20L * MANY);

    @Autowired private Environment environment;
    @Autowired private ApplicationContext context;
    @Autowired private MeterRegistry meters;

    @Test
    void eachShouldFireOnceOnTwoInstances() {
        var before = timed(meters);
        try (var second = SecondInstance.beside(environment, CLOCK)) {
            var due = in(Duration.ofHours(1));
            var ids = insertMany(due);
            CLOCK.setTo(due);

            awaitFirings(ids);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(
                            () ->
                                    timed(meters) - before + timed(second.bean(MeterRegistry.class))
                                            >= MANY);
        }
    }

    @Test
    void eachShouldFireOnceWhenAnInstanceIsClosedInTheMiddle() {
        List<UUID> ids;
        try (var _ = SecondInstance.beside(environment, CLOCK)) {
            var due = in(Duration.ofHours(1));
            ids = insertMany(due);
            CLOCK.setTo(due);
            Awaitility.await().atMost(LIMIT).until(() -> countFirings(ids) > 0);
        }
        awaitFirings(ids);
    }

    /** By the real clock; the instance under test stands at the past, and leaves the outbox to the other two. */
    @Test
    void eachShouldFireOnceWhenAnInstanceIsKilledInTheMiddle() {
        var relay = outboxRelay();
        relay.stop();
        try (var first = InstanceProcess.start(environment).awaitReady();
                var _ = InstanceProcess.start(environment).awaitReady()) {
            var due = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
            var ids = insertMany(due);
            Awaitility.await().atMost(PATIENCE).until(() -> countFirings(ids) > MANY / 10);
            first.kill();
            var fired = countFirings(ids);

            var told = awaitFirings(ids);

            print("killed after %d of %d".formatted(fired, MANY));
            print("fired", due, firedAt(ids));
            print("told", due, told.stream().map(KafkaRecord::sentAt));
        } finally {
            relay.start();
        }
    }

    private SmartLifecycle outboxRelay() {
        return context.getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(bean -> bean.getClass().getSimpleName().equals("OutboxRelay"))
                .findFirst()
                .orElseThrow();
    }

    private static long timed(MeterRegistry meters) {
        return meters.get("scheduler.reminders.lateness").timer().count();
    }

    private List<UUID> insertMany(Instant due) {
        return database.sql(
                        """
                        insert into reminders (reminder_id, user_id, text, zone, if_late, state, regular_at, version,
                            created_at, changed_at)
                        select uuidv7(), uuidv7(), 'x', 'UTC', 'fire', 'waiting', :due, 1, now(), now()
                        from generate_series(1, :count) returning reminder_id
                        """)
                .bind("due", due)
                .bind("count", MANY)
                .map(row -> row.get("reminder_id", UUID.class))
                .all()
                .collectList()
                .block(LIMIT);
    }

    private long countFirings(List<UUID> ids) {
        return database.sql("select count(*) from firings where reminder_id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(Long.class)
                .one()
                .block(LIMIT);
    }

    private Stream<Instant> firedAt(List<UUID> ids) {
        return database
                .sql("select fired_at from firings where reminder_id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(Instant.class)
                .all()
                .collectList()
                .block(LIMIT)
                .stream();
    }

    /**
     * Each has fired once, and was told of once; what was told. A relay that dies may have sent what it could not strike off: the
     * other sends those records again, with the same id, by which everybody knows them.
     */
    private List<KafkaRecord> awaitFirings(List<UUID> ids) {
        Awaitility.await().atMost(PATIENCE).until(() -> countFirings(ids) == MANY);
        var keys = new HashSet<>(ids.stream().map(UUID::toString).toList());
        var records =
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(
                                () ->
                                        KafkaRecords.of(Topics.REMINDER_EVENTS)
                                                .within(PATIENCE)
                                                .awaitRecords(MANY, it -> keys.contains(it.key())),
                                found ->
                                        found.stream().map(KafkaRecord::key).distinct().count()
                                                == MANY);
        var byId = records.stream().collect(groupingBy(it -> it.header("ce_id")));
        assertThat(byId).hasSize(MANY);
        assertThat(records.stream().map(it -> value(it).path("firingId").asString()).distinct())
                .hasSize(MANY);
        print("records %d, of them sent again %d".formatted(records.size(), records.size() - MANY));
        return byId.values().stream().map(List::getFirst).toList();
    }

    private static void print(String what, Instant due, Stream<Instant> moments) {
        var late = moments.map(it -> Duration.between(due, it).toMillis()).sorted().toList();
        print(
                "%s: %d, late by p50 %d ms, p99 %d ms, at most %d ms"
                        .formatted(
                                what,
                                late.size(),
                                late.get(late.size() / 2),
                                late.get(late.size() * 99 / 100),
                                late.getLast()));
    }

    private static void print(String line) {
        System.out.println("[many at once] " + line);
    }
}
