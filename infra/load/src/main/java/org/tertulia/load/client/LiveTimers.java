package org.tertulia.load.client;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What a live connection has to do when: beat, notice silence, renew its token. Times are nanoseconds. */
final class LiveTimers {
    private static final long HELLO_WITHIN = Duration.ofSeconds(15).toNanos();
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);
    private static final long RENEW_AGAIN = Duration.ofSeconds(5).toNanos();
    private static final long NEVER = Long.MAX_VALUE;

    private final long start;
    private long beat = NEVER;
    private long nextBeat = NEVER;
    private long deadline;
    private long renewal = NEVER;

    /** A connection that was opened now and must say hello. */
    LiveTimers(long now) {
        this.start = now;
        this.deadline = HELLO_WITHIN;
    }

    /** The first beat comes at a random moment of the first interval. */
    void beatEvery(Duration interval, RandomGenerator random) {
        beat = interval.toNanos();
        nextBeat = since(System.nanoTime()) + random.nextLong(beat);
    }

    /** A frame came: the server lives. */
    void heard() {
        deadline = NEVER;
    }

    boolean isSilent(long now) {
        return since(now) > deadline;
    }

    /** Whether a ping is due; if so, something must be heard within the time. */
    boolean takePing(long now, Duration answerWithin) {
        if (since(now) < nextBeat) {
            return false;
        }
        nextBeat = since(now) + beat;
        deadline = since(now) + answerWithin.toNanos();
        return true;
    }

    void renewBefore(Instant expiresAt) {
        var left = Duration.between(Instant.now(), expiresAt).minus(RENEW_BEFORE);
        renewal = since(System.nanoTime()) + Math.max(0, left.toNanos());
    }

    void renewSoon(long now) {
        renewal = since(now) + RENEW_AGAIN;
    }

    /** Whether the token is to be renewed; told once. */
    boolean takeRenewal(long now) {
        if (since(now) < renewal) {
            return false;
        }
        renewal = NEVER;
        return true;
    }

    private long since(long now) {
        return now - start;
    }
}
