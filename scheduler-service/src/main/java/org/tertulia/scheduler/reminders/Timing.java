package org.tertulia.scheduler.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tertulia.scheduler.recurrence.Occurrence;
import org.tertulia.scheduler.recurrence.Recurrence;

/**
 * When a reminder is due.
 *
 * @param zone in whose local time its owner thinks of it
 * @param recurrence when it comes again; null for once
 * @param ifLate what becomes of an occurrence that is late
 * @param regularAt the coming occurrence, by date or by rule, UTC; null when there is none any more
 * @param snoozedUntil until when an occurrence was put off, UTC; null when none was. It ends with the next firing,
 *     whichever that is, so that nobody is reminded twice of what is one to them.
 */
public record Timing(
        ZoneId zone,
        @Nullable Recurrence recurrence,
        IfLate ifLate,
        @Nullable Instant regularAt,
        @Nullable Instant snoozedUntil) {

    /**
     * What a time that has come leads to.
     *
     * @param fires which occurrence fires, by when it was due; null when what was missed is passed over
     * @param after what is to come
     */
    public record Elapsed(@Nullable Instant fires, Timing after) {}

    /** Once, then. */
    public static Timing once(Instant dueAt, ZoneId zone, IfLate ifLate) {
        return new Timing(zone, null, ifLate, dueAt, null);
    }

    /** Again and again, from {@code now} on; with no occurrence when the rule has none. */
    public static Timing recurring(Recurrence recurrence, IfLate ifLate, Instant now) {
        return new Timing(recurrence.zone(), recurrence, ifLate, after(recurrence, now), null);
    }

    /** The earlier of what comes; null when nothing does. */
    public @Nullable Instant next() {
        if (regularAt == null || snoozedUntil == null) {
            return regularAt == null ? snoozedUntil : regularAt;
        }
        return snoozedUntil.isBefore(regularAt) ? snoozedUntil : regularAt;
    }

    /** The same, treated so when it is late. */
    public Timing treated(IfLate other) {
        return new Timing(zone, recurrence, other, regularAt, snoozedUntil);
    }

    /** The same moment, thought of in another zone; for what does not recur. */
    public Timing in(ZoneId other) {
        return new Timing(other, recurrence, ifLate, regularAt, snoozedUntil);
    }

    /** Whether it comes at the same times as {@code other}. */
    boolean isDueAs(Timing other) {
        return Objects.equals(recurrence, other.recurrence)
                && Objects.equals(regularAt, other.regularAt)
                && Objects.equals(snoozedUntil, other.snoozedUntil);
    }

    /** Nothing to come. */
    Timing ended() {
        return new Timing(zone, recurrence, ifLate, null, null);
    }

    /** What was told is told again then. */
    Timing again(Instant until) {
        return new Timing(zone, recurrence, ifLate, regularAt, until);
    }

    /** The coming occurrence comes later: the one that was put off already, or else the regular one. */
    Timing putOff(Instant until) {
        return snoozedUntil != null
                ? again(until)
                : new Timing(zone, recurrence, ifLate, following(regularAt), until);
    }

    /** Without the coming occurrence. */
    Timing skipping() {
        var next = next();
        return next != null && next.equals(snoozedUntil)
                ? new Timing(zone, recurrence, ifLate, regularAt, null)
                : new Timing(zone, recurrence, ifLate, following(regularAt), snoozedUntil);
    }

    /**
     * What happens at {@code now}, when {@link #next} has come. Of all that was missed at most one fires: one that is
     * late by {@code grace} at most, or else, when late ones are to fire, the first.
     */
    Elapsed elapsed(Instant now, Duration grace) {
        var regular = regularAt == null || regularAt.isAfter(now) ? regularAt : following(now);
        var after = new Timing(zone, recurrence, ifLate, regular, null);
        return new Elapsed(firing(now, now.minus(grace)), after);
    }

    private @Nullable Instant firing(Instant now, Instant onTimeFrom) {
        var first = next();
        if (first == null || !first.isBefore(onTimeFrom)) {
            return first;
        }
        var recent = recent(onTimeFrom);
        if (recent != null && !recent.isAfter(now)) {
            return recent;
        }
        return ifLate == IfLate.FIRE ? first : null;
    }

    /** The first regular occurrence of those that count, from this moment on. */
    private @Nullable Instant recent(Instant from) {
        if (regularAt == null || !regularAt.isBefore(from)) {
            return regularAt;
        }
        return following(from.minusNanos(1));
    }

    private @Nullable Instant following(@Nullable Instant moment) {
        return recurrence == null || moment == null ? null : after(recurrence, moment);
    }

    private static @Nullable Instant after(Recurrence recurrence, Instant moment) {
        return recurrence.after(moment).map(Occurrence::instant).orElse(null);
    }
}
