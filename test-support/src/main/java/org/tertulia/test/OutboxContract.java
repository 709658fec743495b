package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service does is published once it is committed, as a CloudEvent keyed by its aggregate, and is not published
 * otherwise. Implemented by the {@link ServiceTest} of each service that publishes.
 */
public interface OutboxContract {

    /** The limit of every step. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /** Where the change is published. */
    String outboxTopic();

    /** Makes a change to a new aggregate that publishes at least one event; the aggregate's id. */
    Mono<UUID> change();

    /** Whether the change takes part in a transaction around it; one that commits in a batch with others does not. */
    default boolean changeJoinsATransaction() {
        return true;
    }

    /** A change becomes a CloudEvent in binary mode, keyed by its aggregate. */
    @Test
    default void aChangeShouldBePublishedAsACloudEvent(
            @Value("${spring.application.name}") String service) {
        var aggregate = changed();

        var event = KafkaRecords.of(outboxTopic()).awaitRecord(aggregate);

        assertThat(event.header("ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(header(event, "ce_id")).version()).isEqualTo(7);
        assertThat(event.header("ce_source")).isEqualTo("/" + service);
        assertThat(event.header("ce_subject")).isEqualTo(aggregate.toString());
        assertThat(Instant.parse(header(event, "ce_time")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(event.header("content-type")).isEqualTo("application/json");
        var value = JsonMapper.builder().build().readTree(event.value());
        assertThat(event.type())
                .isEqualTo("org.tertulia.%s.v1".formatted(value.path("type").asString()));
    }

    /** What was published leaves the outbox. */
    @Test
    default void theOutboxShouldBeEmptyAfterPublishing(@Autowired DatabaseClient database) {
        changed();
        Awaitility.await().atMost(PATIENCE).until(() -> waiting(database) == 0);
    }

    /** A change that is rolled back leaves nothing to publish. */
    @Test
    default void aChangeThatIsRolledBackShouldNotBePublished(
            @Autowired TransactionalOperator transactions, @Autowired DatabaseClient database) {
        Assumptions.assumeTrue(changeJoinsATransaction());
        var undone =
                Objects.requireNonNull(
                        transactions
                                .execute(
                                        transaction ->
                                                change().doOnNext(
                                                                _ -> transaction.setRollbackOnly()))
                                .blockLast(PATIENCE));

        // What was appended later is published: so what came before it would have been, too.
        var done = changed();
        KafkaRecords.of(outboxTopic()).awaitRecord(done);
        Awaitility.await().atMost(PATIENCE).until(() -> waiting(database) == 0);
        assertThat(KafkaRecords.of(outboxTopic()).all())
                .noneMatch(event -> undone.toString().equals(event.key()));
    }

    private UUID changed() {
        return Objects.requireNonNull(change().block(PATIENCE));
    }

    private static long waiting(DatabaseClient database) {
        return Objects.requireNonNull(
                database.sql("select count(*) from outbox")
                        .mapValue(Long.class)
                        .one()
                        .block(PATIENCE));
    }

    private static String header(KafkaRecord event, String name) {
        return Objects.requireNonNull(event.header(name), name);
    }
}
