package org.tertulia.translation.engine.apertium;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * Kills the pipe that has had a text for longer than it may. One alarm at a time, set anew only when it goes off: where texts
 * come one after the other, that is once in a time limit rather than once a text.
 */
final class Watchdog {

    private final Duration limit;
    private @Nullable Pipe watched;
    private long since;
    private boolean alarmSet;

    /**
     * @param limit how long a pipe may have a text
     */
    Watchdog(Duration limit) {
        this.limit = limit;
    }

    /** Watches the pipe, which has got a text now, until {@link #rest}. */
    synchronized void watch(Pipe pipe) {
        watched = pipe;
        since = System.nanoTime();
        if (!alarmSet) {
            setAlarm(limit.toNanos());
        }
    }

    /** There is an answer, or an end. */
    synchronized void rest() {
        watched = null;
    }

    private void setAlarm(long nanos) {
        alarmSet = true;
        var unused = Schedulers.parallel().schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void look() {
        alarmSet = false;
        if (watched == null) {
            return;
        }
        var left = limit.toNanos() - (System.nanoTime() - since);
        if (left > 0) {
            setAlarm(left);
        } else {
            watched.kill();
            watched = null;
        }
    }
}
