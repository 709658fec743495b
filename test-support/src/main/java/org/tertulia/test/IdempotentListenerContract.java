package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events that come twice change nothing the second time, events of unknown types are passed over, and an event nobody
 * can handle goes to the dead-letter topic without holding up the next. Implemented once for each topic that a
 * service listens to, on its {@link ServiceTest}.
 */
public interface IdempotentListenerContract {

    /** The limit of every step. */
    Duration PATIENCE = Duration.ofSeconds(15);

    /** The topic listened to. */
    String listenedTopic();

    /** The n-th event of this aggregate, counted from 1; each changes what {@link #state} tells. */
    TertuliaEvent event(UUID aggregate, int n);

    /** What the service made of the aggregate's events, without ids of its own; null when nothing. */
    @Nullable Object state(UUID aggregate);

    /** The same record twice, also after a later one: as if it had come once. */
    @Test
    default void anEventThatComesAgainShouldChangeNothing() {
        var once = UUID.randomUUID();
        publish(once, 1, UUID.randomUUID());
        publish(once, 2, UUID.randomUUID());
        var expected = settled(once);

        var again = UUID.randomUUID();
        var first = UUID.randomUUID();
        publish(again, 1, first);
        publish(again, 1, first);
        publish(again, 2, UUID.randomUUID());
        publish(again, 1, first);
        // Handled after all of the above, being of the same partition as they are.
        publishUnreadable(again);
        awaitDeadLetter(again);

        assertThat(state(again)).isEqualTo(expected);
    }

    /** A type that a newer publisher has: passed over. */
    @Test
    default void anEventOfAnUnknownTypeShouldBePassedOver() {
        var aggregate = UUID.randomUUID();
        var value = "{\"type\":\"never.heard-of\"}";
        TestEvents.publish(listenedTopic(), aggregate.toString(), value, headers("never.heard-of"));
        publish(aggregate, 1, UUID.randomUUID());

        settled(aggregate);
        assertThat(KafkaRecords.of(listenedTopic() + Topics.DEAD_LETTER_SUFFIX).all())
                .noneMatch(letter -> value.equals(letter.value()));
    }

    /** An event that cannot be read: a dead letter with the reason, and the next one is handled. */
    @Test
    default void anUnreadableEventShouldBecomeADeadLetter() {
        var aggregate = UUID.randomUUID();
        publishUnreadable(aggregate);
        publish(aggregate, 1, UUID.randomUUID());

        settled(aggregate);
        var letter = awaitDeadLetter(aggregate);
        assertThat(letter.value()).isEqualTo("unreadable");
        assertThat(letter.headers()).containsKey("kafka_dlt-exception-message");
    }

    private void publish(UUID aggregate, int n, UUID id) {
        TestEvents.publish(listenedTopic(), id, event(aggregate, n));
    }

    private void publishUnreadable(UUID aggregate) {
        var type =
                JsonMapper.builder()
                        .build()
                        .valueToTree(event(aggregate, 1))
                        .path("type")
                        .asString();
        TestEvents.publish(listenedTopic(), aggregate.toString(), "unreadable", headers(type));
    }

    private static Map<String, String> headers(String type) {
        return Map.of(
                "ce_type",
                "org.tertulia.%s.v1".formatted(type),
                "ce_id",
                UUID.randomUUID().toString());
    }

    /** The state once it is there and has ceased to change. */
    private Object settled(UUID aggregate) {
        Awaitility.await().atMost(PATIENCE).until(() -> state(aggregate) != null);
        publishUnreadable(aggregate);
        awaitDeadLetter(aggregate);
        return Objects.requireNonNull(state(aggregate));
    }

    private KafkaRecord awaitDeadLetter(UUID aggregate) {
        return KafkaRecords.of(listenedTopic() + Topics.DEAD_LETTER_SUFFIX)
                .within(PATIENCE)
                .awaitRecord(aggregate);
    }
}
