package org.tertulia.starter.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.tertulia.starter.problem.Infrastructure;

/**
 * That an event is not done with, of which kind the fault is, and that all is done with that came before it in its poll.
 *
 * <p>The two kinds have a class each, and neither is the other: a container asks how to go on with an event that fails
 * again only when the class of what was thrown is another one than before, whatever the cause may be.
 */
abstract sealed class FailedEvent extends BatchListenerFailedException {

    private FailedEvent(ConsumerRecord<?, ?> event, RuntimeException cause) {
        super(cause.toString(), cause, event);
    }

    static FailedEvent of(ConsumerRecord<?, ?> event, RuntimeException cause) {
        return Infrastructure.isAway(cause)
                ? new NeedIsAway(event, cause)
                : new CannotBeHandled(event, cause);
    }

    /** Something that handling it needs is away: later it may well be handled. */
    static final class NeedIsAway extends FailedEvent {
        private NeedIsAway(ConsumerRecord<?, ?> event, RuntimeException cause) {
            super(event, cause);
        }
    }

    /** It, or its handler, is at fault. */
    static final class CannotBeHandled extends FailedEvent {
        private CannotBeHandled(ConsumerRecord<?, ?> event, RuntimeException cause) {
            super(event, cause);
        }
    }
}
