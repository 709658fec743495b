package org.tertulia.scheduler.clockwork;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Something that is done when its time has come. What is due is found in the database, whichever instance looks. */
public interface DueWork {

    /** What it is, in the plural, for the log. */
    String name();

    /** Does one batch of what is due; whether there may be more. */
    Mono<Boolean> fireBatch();

    /** When the next is due, from now; not positive when it is due already. Empty when there is none. */
    Mono<Duration> untilNext();
}
