package org.tertulia.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.contracts.message.ReactionAdded;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Random topics, under what a container does when events fail. */
class SiftedListenerTest {

    private static final int ATTEMPTS = 3;
    private static final int EVENTS = 120;

    /** Far more than there are failures. */
    private static final int MOST_POLLS = 1_000;

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final EventCodec codec = new EventCodec(JsonMapper.builder().build());
    private final Service service = new Service();
    private final List<LogEntry> letters = new ArrayList<>();
    private final SiftedListener<LogEntry> listener =
            new SiftedListener<>(
                    new EventHandling<>(
                            new EventSubscription.Ordered<>(
                                    "group",
                                    Topics.MESSAGE_EVENTS,
                                    LogEntry.class,
                                    _ -> true,
                                    received -> Mono.fromRunnable(() -> service.handle(received))),
                            codec,
                            Duration.ofSeconds(5),
                            ObservationRegistry.NOOP),
                    service);

    private Redelivery redelivery = redelivery();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventShouldBeDoneWithOnceInTheOrderOfItsKey(long seed) {
        var random = new Random(seed);
        var keys = Stream.generate(UUID::randomUUID).limit(1 + random.nextInt(8)).toList();
        var topic =
                IntStream.rangeClosed(1, EVENTS)
                        .mapToObj(n -> event(random, keys.get(random.nextInt(keys.size())), n))
                        .toList();
        service.topic = topic;
        var from = 0;
        while (from < topic.size()) {
            var to = Math.min(topic.size(), from + 1 + random.nextInt(40));
            service.perhapsAway(random);
            from = random.nextInt(10) == 0 ? crash(topic, from, to, random) : poll(topic, from, to);
        }
        assertThat(service.breaches).isEmpty();
        var poison = topic.stream().filter(it -> words(it).contains("poison")).toList();
        assertThat(letters).containsExactlyInAnyOrderElementsOf(poison);
        assertThat(service.done)
                .containsExactlyInAnyOrderElementsOf(
                        topic.stream().filter(it -> !poison.contains(it)).toList());
        assertThat(service.told)
                .containsOnlyKeys(
                        topic.stream()
                                .filter(it -> !poison.contains(it) && mustBeHandled(it))
                                .toList());
        assertThat(service.told.values()).containsOnly(1);
    }

    /** All of it is dealt with, and the instance dies before the offsets are committed. */
    private int crash(List<LogEntry> topic, int from, int to, Random random) {
        poll(topic, from, from + random.nextInt(to - from + 1));
        letters.removeAll(topic.subList(from, to));
        service.dead.removeAll(topic.subList(from, to));
        redelivery = redelivery();
        return from;
    }

    private Redelivery redelivery() {
        return new Redelivery(
                ATTEMPTS,
                (record, _) -> {
                    var letter = codec.decode((byte[]) record.value(), LogEntry.class);
                    letters.add(letter);
                    service.dead.add(letter);
                });
    }

    private int poll(List<LogEntry> topic, int from, int to) {
        var next = from;
        for (var polls = 0; next < to; polls++) {
            assertThat(polls).as("polls of these events").isLessThan(MOST_POLLS);
            var received = topic.subList(next, to).stream().map(this::received).toList();
            try {
                listener.onMessage(received);
                return to;
            } catch (FailedEvent failed) {
                // The first event has seq 1, and that for its offset.
                next = (int) redelivery.after(received, failed) - 1;
            }
        }
        return to;
    }

    @Test
    void theSieveShouldBeAskedOnceOfWhatIsSaidUnderManyKeys() {
        var topic =
                IntStream.rangeClosed(1, 100)
                        .mapToObj(n -> said(new UUID(0, n % 10), n, "nothing"))
                        .toList();
        poll(topic, 0, topic.size());
        assertThat(service.stretches).containsExactly(100);
    }

    @Test
    void anEventThatIsNotSiftedShouldEndTheStretchOfItsOwnKeyOnly() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var topic =
                List.of(
                        said(one, 1, "nothing"),
                        reacted(other, 1, "+"),
                        said(one, 2, "nothing"),
                        reacted(one, 3, "+"),
                        said(other, 2, "nothing"),
                        said(one, 4, "nothing"));
        poll(topic, 0, topic.size());
        assertThat(service.stretches).containsExactly(2, 2);
    }

    private ConsumerRecord<String, byte[]> received(LogEntry event) {
        var received =
                new ConsumerRecord<>(
                        Topics.MESSAGE_EVENTS,
                        0,
                        event.seq(),
                        event.chatId().toString(),
                        codec.encode(event));
        received.headers()
                .add(
                        CloudEventHeaders.ID,
                        new UUID(1, event.seq()).toString().getBytes(StandardCharsets.UTF_8));
        return received;
    }

    private static LogEntry event(Random random, UUID key, long seq) {
        return switch (random.nextInt(20)) {
            case 0 -> reacted(key, seq, "poison");
            case 1, 2, 3 -> reacted(key, seq, "+");
            case 4 -> said(key, seq, "tell poison");
            case 5 -> said(key, seq, "sieve poison");
            case 6, 7, 8 -> said(key, seq, "tell");
            default -> said(key, seq, "nothing");
        };
    }

    private static LogEntry said(UUID key, long seq, String text) {
        return new MessagePosted(key, seq, new UUID(2, seq), key, new UUID(3, seq), text, NOON);
    }

    private static LogEntry reacted(UUID key, long seq, String emoji) {
        return new ReactionAdded(key, seq, 1, key, emoji, NOON);
    }

    private static String words(LogEntry event) {
        return switch (event) {
            case MessagePosted posted -> posted.text();
            case ReactionAdded reaction -> reaction.emoji();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private static boolean mustBeHandled(LogEntry event) {
        return event instanceof ReactionAdded || words(event).startsWith("tell");
    }

    /** Keeps the contract of a sieve, and watches that what it is given keeps the other side's. */
    private static final class Service implements EventSieve<LogEntry> {

        final Set<LogEntry> done = new HashSet<>();
        final Set<LogEntry> dead = new HashSet<>();
        final Map<LogEntry, Integer> told = new HashMap<>();
        final List<Integer> stretches = new ArrayList<>();
        final List<String> breaches = new ArrayList<>();
        List<LogEntry> topic = List.of();
        private int away;

        void perhapsAway(Random random) {
            away = Math.max(0, random.nextInt(9) - 5);
        }

        @Override
        public boolean takes(LogEntry event) {
            return event instanceof MessagePosted;
        }

        @Override
        public Mono<Set<Integer>> sift(List<ReceivedEvent<LogEntry>> stretch) {
            return Mono.fromSupplier(
                    () -> named(stretch.stream().map(ReceivedEvent::event).toList()));
        }

        private Set<Integer> named(List<LogEntry> stretch) {
            beThere();
            stretches.add(stretch.size());
            for (var n = 0; n < stretch.size(); n++) {
                var earlier = stretch.subList(0, n);
                check(stretch.get(n), it -> isOver(it) || earlier.contains(it));
            }
            if (stretch.stream().anyMatch(it -> words(it).equals("sieve poison"))) {
                throw new IllegalStateException("cannot sift it");
            }
            stretch.stream().filter(it -> !mustBeHandled(it)).forEach(done::add);
            return IntStream.range(0, stretch.size())
                    .filter(n -> !done.contains(stretch.get(n)))
                    .boxed()
                    .collect(Collectors.toSet());
        }

        void handle(ReceivedEvent<LogEntry> received) {
            beThere();
            var event = received.event();
            check(event, this::isOver);
            if (words(event).contains("poison")) {
                throw new IllegalStateException("cannot digest it");
            }
            if (done.add(event)) {
                told.merge(event, 1, Integer::sum);
            }
        }

        /** All that came before under its key is over, or known otherwise. */
        private void check(LogEntry event, Predicate<LogEntry> known) {
            topic.stream()
                    .filter(it -> it.chatId().equals(event.chatId()) && it.seq() < event.seq())
                    .filter(it -> !known.test(it))
                    .forEach(it -> breaches.add(event.seq() + " came before " + it.seq()));
        }

        private boolean isOver(LogEntry event) {
            return done.contains(event) || dead.contains(event);
        }

        private void beThere() {
            if (away > 0) {
                away--;
                throw new IllegalStateException(new TimeoutException("away"));
            }
        }
    }
}
