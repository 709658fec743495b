package org.tertulia.message.delivery;

import java.time.Duration;

/**
 * Within what time clients come back.
 *
 * @param min the earliest
 * @param max the latest
 */
record ReconnectWindow(Duration min, Duration max) {

    /** The moment at a share, from 0 to 1, of the time between. */
    Duration at(double share) {
        return min.plusNanos((long) (max.minus(min).toNanos() * share));
    }
}
