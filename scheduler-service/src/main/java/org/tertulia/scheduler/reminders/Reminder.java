package org.tertulia.scheduler.reminders;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.scheduler.audience.Audience;
import org.tertulia.starter.id.UserId;

/**
 * A reminder at one of its versions.
 *
 * @param id its id
 * @param owner whose it is: who alone may see and change it
 * @param audience whom it reminds
 * @param text what of
 * @param about what it refers to; null for nothing
 * @param timing when
 * @param state where it is
 * @param lastFiring the occurrence that was told last; null before the first
 * @param version 1, 2, 3 …: it grows with each change, of its owner's and of time's
 * @param createdAt when it was made, UTC
 * @param changedAt when this version came to be, UTC
 */
public record Reminder(
        ReminderId id,
        UserId owner,
        Audience audience,
        String text,
        @Nullable MessageReference about,
        Timing timing,
        ReminderState state,
        @Nullable Firing lastFiring,
        long version,
        Instant createdAt,
        Instant changedAt) {

    /** Whether it has fired and was not seen to yet. */
    public boolean isShown() {
        return state == ReminderState.FIRED;
    }

    /** Whether it is over. */
    public boolean isCompleted() {
        return state == ReminderState.COMPLETED;
    }

    /**
     * The next version, saying that and due so; itself when it is that already. With other times, what was told counts as
     * seen to. {@code other} must have something to come unless its times are the present ones.
     */
    public Reminder changed(String says, Timing other, Instant now) {
        if (says.equals(text) && other.equals(timing)) {
            return this;
        }
        var to = other.isDueAs(timing) ? state : ReminderState.WAITING;
        return new Reminder(
                id,
                owner,
                audience,
                says,
                about,
                other,
                to,
                lastFiring,
                version + 1,
                createdAt,
                now);
    }

    /** The next version: what was told is told again then, or what is to come comes then. */
    public Reminder snoozed(Instant until, Instant now) {
        var later = isShown() ? timing.again(until) : timing.putOff(until);
        return next(later, ReminderState.WAITING, lastFiring, now);
    }

    /** The next version, without the coming occurrence. */
    public Reminder skipping(Instant now) {
        var later = timing.skipping();
        return next(later, isShown() ? state : stateOf(later), lastFiring, now);
    }

    /**
     * The next version, seen to: one that recurs goes on, any other is over. Itself when it is over already, or recurs and
     * has nothing to be seen to.
     */
    public Reminder completed(Instant now) {
        var recurs = timing.recurrence() != null;
        if (isCompleted() || (recurs && !isShown())) {
            return this;
        }
        var later = recurs ? timing : timing.ended();
        return next(later, stateOf(later), lastFiring, now);
    }

    /** What happens to it at {@code now}, when its time has come. */
    public Timing.Elapsed elapsed(Instant now, Duration grace) {
        return timing.elapsed(now, grace);
    }

    /**
     * The next version, of which that occurrence was told, and that is to come. What others were told of is not its owner's to
     * see to.
     */
    Reminder fired(Firing firing, Timing later) {
        var to = audience.isOthers() ? stateOf(later) : ReminderState.FIRED;
        return next(later, to, firing, firing.firedAt());
    }

    /** The next version, which is over, since its owner may not remind these any more. */
    Reminder refused(Instant now) {
        return next(timing.ended(), ReminderState.COMPLETED, lastFiring, now);
    }

    /** The next version, of which nothing was told, and that is to come. */
    Reminder passedOver(Timing later, Instant now) {
        return next(later, isShown() ? state : stateOf(later), lastFiring, now);
    }

    private static ReminderState stateOf(Timing timing) {
        return timing.next() == null ? ReminderState.COMPLETED : ReminderState.WAITING;
    }

    private Reminder next(Timing other, ReminderState to, @Nullable Firing firing, Instant now) {
        return new Reminder(
                id, owner, audience, text, about, other, to, firing, version + 1, createdAt, now);
    }
}
