package org.tertulia.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.starter.outbox.Outbox;
import reactor.core.publisher.Mono;

/**
 * Remembers what was appended, in order, and publishes nothing. Knows of no transactions: what is rolled back stays
 * remembered.
 */
public final class RecordingOutbox implements Outbox {

    private final List<Appended> appended = new CopyOnWriteArrayList<>();

    /**
     * One call.
     *
     * @param topic where to
     * @param event what
     */
    public record Appended(String topic, TertuliaEvent event) {}

    /** Remembers the event once the result is subscribed to. */
    @Override
    public Mono<Void> append(String topic, TertuliaEvent event) {
        return Mono.fromRunnable(() -> appended.add(new Appended(topic, event)));
    }

    /** All that was appended, in order. */
    public List<Appended> appended() {
        return List.copyOf(appended);
    }

    /** The events of this kind, in order. */
    public <E extends TertuliaEvent> List<E> events(Class<E> kind) {
        return appended.stream()
                .map(Appended::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Forgets everything. */
    public void clear() {
        appended.clear();
    }
}
