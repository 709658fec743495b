package org.tertulia.notification.push.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a message waits before it is tried again: twice as long each time, up to a bound, and not all at the same moment.
 *
 * @param first after the first try
 * @param longest the bound, also of what a push service asks for
 */
record Backoff(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 30;

    /**
     * @param attempts tries so far, from 1
     * @param asked how long the push service wants to be left alone at least; null when it does not say
     */
    Duration pause(int attempts, @Nullable Duration asked, RandomGenerator random) {
        var millis = first.toMillis() << Math.min(attempts - 1, MAX_DOUBLINGS);
        var whole = Math.min(Math.max(millis, first.toMillis()), longest.toMillis());
        var own = Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
        var pause = asked != null && asked.compareTo(own) > 0 ? asked : own;
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
