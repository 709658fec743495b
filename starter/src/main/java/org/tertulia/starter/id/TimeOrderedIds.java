package org.tertulia.starter.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUID version 7 with a counter in {@code rand_a}, so that ids of one millisecond ascend too (RFC
 * 9562, section 6.2, method 1). When the counter is used up, or the clock steps back, time is taken
 * one millisecond past the last one used.
 */
public final class TimeOrderedIds implements IdGenerator {

    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_LIMIT = 1 << COUNTER_BITS;
    private static final int COUNTER_START_BOUND = COUNTER_LIMIT / 2;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long millis;
    private int counter;

    /** Takes the time from {@code clock}. */
    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized UUID next() {
        advance(clock.millis());
        var high = (millis << 16) | VERSION_7 | counter;
        return new UUID(high, VARIANT | (random.nextLong() & RANDOM_B));
    }

    private void advance(long now) {
        if (now > millis) {
            millis = now;
            counter = random.nextInt(COUNTER_START_BOUND);
            return;
        }
        counter++;
        if (counter == COUNTER_LIMIT) {
            millis++;
            counter = random.nextInt(COUNTER_START_BOUND);
        }
    }
}
