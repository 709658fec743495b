package org.tertulia.gateway.ratelimit;

import java.time.Duration;

/**
 * How much may be asked: this many requests at once, refilled evenly over the period.
 *
 * @param requests at least 1
 * @param period at least a millisecond
 */
record Allowance(long requests, Duration period) {

    Allowance {
        if (requests < 1 || period.toMillis() < 1) {
            throw new IllegalArgumentException("Not an allowance: " + requests + " in " + period);
        }
    }

    Allowance times(long factor) {
        return new Allowance(Math.multiplyExact(requests, factor), period);
    }
}
