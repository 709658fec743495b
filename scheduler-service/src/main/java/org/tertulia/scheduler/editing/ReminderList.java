package org.tertulia.scheduler.editing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.scheduler.reminders.Reminder;
import org.tertulia.scheduler.reminders.ReminderId;
import org.tertulia.scheduler.reminders.ReminderLedger;
import org.tertulia.scheduler.reminders.ReminderState;
import org.tertulia.scheduler.reminders.WaitingPosition;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;
import reactor.core.publisher.Mono;

/** The caller's reminders in pages: those to come in the order in which they come, all others newest first. */
@Component
final class ReminderList {

    private final ReminderLedger ledger;

    ReminderList(ReminderLedger ledger) {
        this.ledger = ledger;
    }

    /** One page; of one state, or of all. Fails with malformed-request for a cursor that is none. */
    Mono<CursorPage<ReminderView>> page(
            Actor actor, @Nullable ReminderState state, int limit, @Nullable String cursor) {
        return Mono.defer(
                () ->
                        state == ReminderState.WAITING
                                ? ledger.waiting(actor.userId(), after(cursor), limit + 1)
                                        .map(
                                                found ->
                                                        CursorPage.of(
                                                                found,
                                                                limit,
                                                                ReminderView::of,
                                                                ReminderList::waiting))
                                : ledger.page(actor.userId(), state, before(cursor), limit + 1)
                                        .map(
                                                found ->
                                                        CursorPage.of(
                                                                found,
                                                                limit,
                                                                ReminderView::of,
                                                                ReminderList::newest)));
    }

    private static String newest(Reminder last) {
        return PageCursor.encode(last.id().toString());
    }

    private static String waiting(Reminder last) {
        var next = Objects.requireNonNull(last.timing().next());
        return PageCursor.encode(next.toString(), last.id().toString());
    }

    private static @Nullable ReminderId before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return ReminderId.valueOf(PageCursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException notAnId) {
            throw PageCursor.malformed();
        }
    }

    private static @Nullable WaitingPosition after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = PageCursor.decode(cursor, 2);
        try {
            return new WaitingPosition(
                    Instant.parse(parts.getFirst()), ReminderId.valueOf(parts.getLast()));
        } catch (IllegalArgumentException | DateTimeParseException notOurs) {
            throw PageCursor.malformed();
        }
    }
}
