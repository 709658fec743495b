package org.tertulia.load.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Repeats a call for as long as the suite is away or busy, with a growing random pause, or after the
 * pause the server asks for. Only for calls that may be repeated.
 */
public final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Duration limit;

    /** Gives up when this much time has passed since the first try. */
    public Patience(Duration limit) {
        this.limit = limit;
    }

    /**
     * The first answer that is not {@link Answer#isTransient() transient}; when the time is up, the
     * last answer of any kind.
     *
     * @throws Unreachable when the time is up and nobody has answered the last call
     */
    public Answer call(Supplier<Answer> request) {
        var end = System.nanoTime() + limit.toNanos();
        for (var tries = 0; ; tries++) {
            var pause = pause(tries);
            try {
                var answer = request.get();
                if (!answer.isTransient() || System.nanoTime() > end) {
                    return answer;
                }
                pause = asked(answer, pause);
            } catch (Unreachable e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            rest(pause);
        }
    }

    private static Duration pause(int tries) {
        var longest =
                Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(tries, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }

    private static Duration asked(Answer answer, Duration otherwise) {
        return answer.headers()
                .firstValue("retry-after")
                .filter(it -> answer.status() == 429)
                .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                .orElse(otherwise);
    }

    /** Waits. */
    public static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
