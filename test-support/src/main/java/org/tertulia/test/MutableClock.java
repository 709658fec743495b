package org.tertulia.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Safe for use by several threads. */
public final class MutableClock extends Clock {

    private static final Instant DEFAULT_START = Instant.parse("2026-11-01T12:00:00Z");

    private final Hands hands;
    private final ZoneId zone;

    private MutableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** Stands at noon of 1 November 2026, UTC. */
    public static MutableClock atNoon() {
        return at(DEFAULT_START);
    }

    /** Stands at this moment. */
    public static MutableClock at(Instant start) {
        return new MutableClock(new Hands(start), ZoneOffset.UTC);
    }

    /** Stands at this moment, as {@code 2026-11-01T12:00:00Z}. */
    public static MutableClock at(String start) {
        return at(Instant.parse(start));
    }

    /** Moves on by this much. */
    public void advance(Duration by) {
        hands.advance(by);
    }

    /** Moves to this moment, earlier or later. */
    public void setTo(Instant moment) {
        hands.setTo(moment);
    }

    @Override
    public Instant instant() {
        return hands.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same hands in another zone: moving one moves both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MutableClock(hands, other);
    }

    private static final class Hands {
        private Instant now;

        private Hands(Instant start) {
            now = start;
        }

        private synchronized Instant now() {
            return now;
        }

        private synchronized void setTo(Instant moment) {
            now = moment;
        }

        private synchronized void advance(Duration by) {
            now = now.plus(by);
        }
    }
}
