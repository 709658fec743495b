package org.tertulia.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessageDeleted;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of sieves. */
class SiftObservationTest {

    private static final UUID CHAT = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final EventCodec codec = new EventCodec(JsonMapper.builder().build());
    private final Ended ended = new Ended();
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final Sieve sieve = new Sieve();

    SiftObservationTest() {
        observations.observationConfig().observationHandler(ended);
    }

    @Test
    void aStretchShouldBeObservedOnceByGroupWithHowManyEventsItHas() {
        listen(event(1), event(2), event(3));

        assertThat(ended.contexts)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.getName()).isEqualTo("event.stretch.sift");
                            assertThat(it.getLowCardinalityKeyValues())
                                    .isEqualTo(KeyValues.of("group", "service.group"));
                            assertThat(it.getHighCardinalityKeyValues())
                                    .isEqualTo(KeyValues.of("events", "3"));
                            assertThat(it.getError()).isNull();
                        });
    }

    @Test
    void whatTheSieveDoesShouldBePartOfTheObservation() {
        listen(event(1));

        assertThat(sieve.within).isNotNull();
        assertThat(sieve.within.getContext().getName()).isEqualTo("event.stretch.sift");
    }

    @Test
    void whatTheSieveFailsOnShouldBeObserved() {
        sieve.failing = true;

        assertThatThrownBy(() -> listen(event(1))).isInstanceOf(FailedEvent.class);

        assertThat(ended.contexts)
                .singleElement()
                .satisfies(it -> assertThat(it.getError()).hasMessage("cannot sift it"));
    }

    @SafeVarargs
    private void listen(ConsumerRecord<String, byte[]>... poll) {
        var subscription =
                new EventSubscription.Ordered<>(
                        "service.group",
                        Topics.MESSAGE_EVENTS,
                        LogEntry.class,
                        _ -> true,
                        _ -> Mono.empty());
        var handling =
                new EventHandling<>(subscription, codec, Duration.ofSeconds(5), observations);
        new SiftedListener<>(handling, sieve).onMessage(List.of(poll));
    }

    private ConsumerRecord<String, byte[]> event(long seq) {
        var event = new MessageDeleted(CHAT, seq, 1, null, CHAT, NOON);
        var received =
                new ConsumerRecord<>(
                        Topics.MESSAGE_EVENTS, 0, seq, CHAT.toString(), codec.encode(event));
        received.headers()
                .add(
                        CloudEventHeaders.ID,
                        new UUID(1, seq).toString().getBytes(StandardCharsets.UTF_8));
        return received;
    }

    private static final class Ended implements ObservationHandler<Observation.Context> {

        final List<Observation.Context> contexts = new ArrayList<>();

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        @Override
        public void onStop(Observation.Context context) {
            contexts.add(context);
        }
    }

    private final class Sieve implements EventSieve<LogEntry> {

        boolean failing;
        @Nullable Observation within;

        @Override
        public boolean takes(LogEntry event) {
            return true;
        }

        @Override
        public Mono<Set<Integer>> sift(List<ReceivedEvent<LogEntry>> stretch) {
            within = observations.getCurrentObservation();
            return failing
                    ? Mono.error(new IllegalStateException("cannot sift it"))
                    : Mono.just(Set.of());
        }
    }
}
