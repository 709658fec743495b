package org.tertulia.starter.kafka;

import java.util.List;
import java.util.Set;
import org.tertulia.contracts.TertuliaEvent;
import reactor.core.publisher.Mono;

/**
 * Finds out of many events at once, in one statement say, which few of them the handler has to see. See {@link
 * EventSubscription#sifted}.
 *
 * @param <E> the sealed interface of the topic's events
 */
public interface EventSieve<E extends TertuliaEvent> {

    /**
     * Whether it is asked about such an event; others go to the handler at once. It tells from the event alone. Whatever
     * changes what the sieve says of later events of the same key has to be one of the others.
     */
    boolean takes(E event);

    /**
     * The positions in the stretch, from 0, of the events that the handler has to see. It sees them one after the other,
     * after this is done: so of one key the sieve may be asked about an event before an earlier one of the same
     * stretch was handled, but after all that came before the stretch was.
     *
     * <p>With the others this is done; whatever is to be kept of them the sieve keeps. Events come again, in other
     * stretches too: one that it named, and that the handler has not seen to, it must name again.
     *
     * @param stretch events of any keys, those of one key in their order; never empty, and not more than one poll brings
     */
    Mono<Set<Integer>> sift(List<ReceivedEvent<E>> stretch);
}
