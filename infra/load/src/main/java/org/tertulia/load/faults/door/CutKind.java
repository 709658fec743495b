package org.tertulia.load.faults.door;

import java.time.Duration;

/** What a network does to connections. */
public enum CutKind {
    /** All connections are reset at once; new ones are welcome. */
    RESET,
    /** All connections are reset, and new ones are for a while. */
    REFUSE,
    /** Nothing passes for a while; then it all does. */
    SILENCE,
    /** What the server says does not pass for a while; then all connections are reset: lost answers. */
    LOST_ANSWERS,
    /** Everything is late for a while. */
    DELAY;

    /** The time that it takes when it could take this long: a reset is over at once. */
    public Duration takes(Duration length) {
        return this == RESET ? Duration.ZERO : length;
    }
}
