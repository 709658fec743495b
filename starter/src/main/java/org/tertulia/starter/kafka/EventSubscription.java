package org.tertulia.starter.kafka;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tertulia.contracts.TertuliaEvent;
import reactor.core.publisher.Mono;

/** What a service listens to, declared as a bean. Listening begins by itself once the broker is there. */
public sealed interface EventSubscription {

    /** The topic listened to. */
    String topic();

    /**
     * The instances of the service share the topic's partitions. The handler sees the events of one key
     * one after the other, in order, at least once; it must be idempotent. An event it keeps failing on
     * goes to the dead-letter topic with the reason; while something it needs is away it is tried until
     * that is back. Types it does not know are skipped.
     *
     * @param group name of the consumer group; part of the service's contract with its broker
     * @param topic the topic
     * @param family the sealed interface of the topic's events
     * @param handler completes when the event is dealt with
     */
    static <E extends TertuliaEvent> EventSubscription ordered(
            String group,
            String topic,
            Class<E> family,
            Function<ReceivedEvent<E>, Mono<Void>> handler) {
        return ordered(group, topic, family, _ -> true, handler);
    }

    /**
     * As {@link #ordered(String, String, Class, Function)}, for a handler that most of the topic's events do not
     * concern: those are passed over where they are read, without the span and the timer of one that is handled, which
     * cost more than reading it.
     *
     * @param concerned tells from the event alone, and at once, whether the handler has anything to do
     */
    static <E extends TertuliaEvent> EventSubscription ordered(
            String group,
            String topic,
            Class<E> family,
            Predicate<E> concerned,
            Function<ReceivedEvent<E>, Mono<Void>> handler) {
        return new Ordered<>(group, topic, family, concerned, handler);
    }

    /**
     * As {@link #ordered(String, String, Class, Predicate, Function)}, for a handler that most of the topic's events do
     * not concern, which however is not seen from the event alone: the sieve finds out of many events at once which
     * of them the handler has to see. Those it sees as any other event, one after the other, in order per key; one it
     * keeps failing on goes to the dead-letter topic alone. So does one that the sieve keeps failing on.
     *
     * <p>When an event fails, events of other keys that came after it may be dealt with already; they come again.
     *
     * <p>Each time the sieve is asked, that is a span and the timer {@code event.stretch.sift} by {@code group}; the span
     * tells how many {@code events} it was asked about.
     *
     * @param concerned as above; neither sieve nor handler sees others
     */
    static <E extends TertuliaEvent> EventSubscription sifted(
            String group,
            String topic,
            Class<E> family,
            Predicate<E> concerned,
            EventSieve<E> sieve,
            Function<ReceivedEvent<E>, Mono<Void>> handler) {
        return new Sifted<>(new Ordered<>(group, topic, family, concerned, handler), sieve);
    }

    /**
     * For a handler that reads what it needs elsewhere and only has to know about which keys there is
     * something new: it is told the keys of many events at once, each once, some time after the events; at
     * least once for each. The instances of the service share the topic's partitions.
     *
     * <p>Keys it fails on are told again until it does not, and hold up all others; so it may fail only
     * while something it needs is away.
     *
     * @param group name of the consumer group; part of the service's contract with its broker
     * @param topic the topic
     * @param gather how long events are gathered, while there are many
     * @param handler completes when it is done with the keys
     */
    static EventSubscription keys(
            String group,
            String topic,
            Duration gather,
            Function<Set<String>, Mono<Void>> handler) {
        return new Keys(group, topic, gather, handler);
    }

    /**
     * Every instance sees every record published after it began to listen, in order per key, at least
     * once for as long as it runs; nothing is remembered across a restart.
     *
     * @param name what the reading thread is called
     * @param topic the topic
     * @param handler called on the reading thread: must not block
     */
    static EventSubscription broadcast(String name, String topic, Consumer<RawEvent> handler) {
        return broadcast(name, topic, handler, () -> {});
    }

    /**
     * As {@link #broadcast(String, String, Consumer)}.
     *
     * @param onPositioned called each time the reader has found its place at the end of the topic: what
     *     was published before is not going to come
     */
    static EventSubscription broadcast(
            String name, String topic, Consumer<RawEvent> handler, Runnable onPositioned) {
        return new Broadcast(name, topic, handler, onPositioned);
    }

    /** See {@link EventSubscription#ordered}. */
    record Ordered<E extends TertuliaEvent>(
            String group,
            String topic,
            Class<E> family,
            Predicate<E> concerned,
            Function<ReceivedEvent<E>, Mono<Void>> handler)
            implements EventSubscription {}

    /** See {@link EventSubscription#sifted}. */
    record Sifted<E extends TertuliaEvent>(Ordered<E> ordered, EventSieve<E> sieve)
            implements EventSubscription {

        @Override
        public String topic() {
            return ordered.topic();
        }

        /** Name of the consumer group. */
        public String group() {
            return ordered.group();
        }
    }

    /** See {@link EventSubscription#keys}. */
    record Keys(
            String group, String topic, Duration gather, Function<Set<String>, Mono<Void>> handler)
            implements EventSubscription {}

    /** See {@link EventSubscription#broadcast(String, String, Consumer, Runnable)}. */
    record Broadcast(String name, String topic, Consumer<RawEvent> handler, Runnable onPositioned)
            implements EventSubscription {}
}
