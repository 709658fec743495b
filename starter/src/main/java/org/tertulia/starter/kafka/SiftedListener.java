package org.tertulia.starter.kafka;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.starter.problem.Infrastructure;

/**
 * Deals with what a poll brings. Events that the sieve takes gather in a stretch; any other is handled where it comes,
 * after the stretch when that has events of its key. So the events of a key keep their order, while a stretch goes
 * through what happens under other keys.
 *
 * <p>An event that fails is named when all before it is done: the container commits what is before, and brings it and all
 * that is after it again, or makes it a dead letter.
 */
final class SiftedListener<E extends TertuliaEvent>
        implements BatchMessageListener<String, byte[]> {

    private final EventHandling<E> handling;
    private final EventSieve<E> sieve;

    SiftedListener(EventHandling<E> handling, EventSieve<E> sieve) {
        this.handling = handling;
        this.sieve = sieve;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> received) {
        var poll = new Poll();
        received.forEach(poll::take);
        poll.siftStretch();
    }

    private record Taken<E extends TertuliaEvent>(
            ConsumerRecord<String, byte[]> source, ReceivedEvent<E> event) {}

    private final class Poll {

        private final List<Taken<E>> stretch = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();

        void take(ConsumerRecord<String, byte[]> source) {
            try {
                handling.read(source).ifPresent(event -> take(new Taken<>(source, event)));
            } catch (FailedEvent earlier) {
                throw earlier;
            } catch (RuntimeException failed) {
                siftStretch();
                throw FailedEvent.of(source, failed);
            }
        }

        private void take(Taken<E> taken) {
            var key = taken.source().key();
            if (sieve.takes(taken.event().event())) {
                stretch.add(taken);
                keys.add(key);
                return;
            }
            if (keys.contains(key)) {
                siftStretch();
            }
            handling.handle(taken.source(), taken.event());
        }

        void siftStretch() {
            if (!stretch.isEmpty()) {
                sift(List.copyOf(stretch));
                stretch.clear();
                keys.clear();
            }
        }
    }

    private void sift(List<Taken<E>> stretch) {
        try {
            var named = handling.sift(sieve, stretch.stream().map(Taken::event).toList());
            handle(stretch, named);
        } catch (FailedEvent named) {
            throw named;
        } catch (RuntimeException failed) {
            if (stretch.size() == 1 || Infrastructure.isAway(failed)) {
                throw FailedEvent.of(stretch.getFirst().source(), failed);
            }
            // One of them is what the sieve fails on; the others shall not go with it.
            stretch.forEach(one -> sift(List.of(one)));
        }
    }

    private void handle(List<Taken<E>> stretch, Set<Integer> named) {
        for (var n = 0; n < stretch.size(); n++) {
            if (named.contains(n)) {
                handle(stretch.get(n));
            }
        }
    }

    private void handle(Taken<E> taken) {
        try {
            handling.handle(taken.source(), taken.event());
        } catch (RuntimeException failed) {
            throw FailedEvent.of(taken.source(), failed);
        }
    }
}
