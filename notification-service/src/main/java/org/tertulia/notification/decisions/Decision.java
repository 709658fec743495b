package org.tertulia.notification.decisions;

import java.util.Optional;
import org.tertulia.notification.decisions.Occasion.Joined;
import org.tertulia.notification.decisions.Occasion.Reacted;
import org.tertulia.notification.decisions.Occasion.Reminded;
import org.tertulia.notification.decisions.Occasion.Said;

/**
 * Whether somebody is told of an occasion, and why.
 *
 * <p>Nobody is told of what they did themselves, of a chat they are not in, or of what they have read. Of what is said:
 *
 * <ul>
 *   <li>at the level {@code none} nothing;
 *   <li>in a private chat at the level {@code all}, which is the default there, everything, as a message, whatever it
 *       answers or whomever it calls: so that all of it is one burst;
 *   <li>else a mention before a reply, and both before what an alert of theirs waits for, at both levels, and at {@code
 *       all} the rest as a message.
 * </ul>
 *
 * Of reactions to their messages people are told at {@code all} and {@code mentions}; of having been added to a chat
 * always, but not to a private one: the first message does that. Of a reminder for a chat at {@code all} and {@code mentions},
 * also who made it.
 */
public final class Decision {

    private Decision() {}

    /** Why this person is told; empty when they are not. */
    public static Optional<NotificationKind> of(Occasion occasion, Standing standing) {
        if (!standing.present() || isKnown(occasion, standing)) {
            return Optional.empty();
        }
        return switch (occasion) {
            case Said said -> of(said, standing);
            case Reacted reacted ->
                    when(
                            reacted.author().equals(standing.person())
                                    && standing.level() != Level.NONE,
                            NotificationKind.REACTION);
            case Joined joined ->
                    when(
                            joined.added().contains(standing.person()) && !standing.privateChat(),
                            NotificationKind.INVITATION);
            case Reminded _ -> when(standing.level() != Level.NONE, NotificationKind.REMINDER);
        };
    }

    /** Who made a reminder wants to be reminded; of everything else, whose doing it was knows. */
    private static boolean isKnown(Occasion occasion, Standing standing) {
        var isTheirs = occasion.by().equals(standing.person()) && !(occasion instanceof Reminded);
        return isTheirs || standing.readSeq() >= occasion.seq();
    }

    private static Optional<NotificationKind> of(Said said, Standing standing) {
        return switch (standing.level()) {
            case NONE -> Optional.empty();
            case MENTIONS -> meantFor(said, standing);
            case ALL ->
                    standing.privateChat()
                            ? Optional.of(NotificationKind.MESSAGE)
                            : meantFor(said, standing)
                                    .or(() -> Optional.of(NotificationKind.MESSAGE));
        };
    }

    private static Optional<NotificationKind> meantFor(Said said, Standing standing) {
        if (said.everyone() || said.called().contains(standing.person())) {
            return Optional.of(NotificationKind.MENTION);
        }
        if (said.answered().contains(standing.person())) {
            return Optional.of(NotificationKind.REPLY);
        }
        return when(standing.alertOn(said.text()).isPresent(), NotificationKind.ALERT);
    }

    private static Optional<NotificationKind> when(boolean held, NotificationKind kind) {
        return held ? Optional.of(kind) : Optional.empty();
    }
}
