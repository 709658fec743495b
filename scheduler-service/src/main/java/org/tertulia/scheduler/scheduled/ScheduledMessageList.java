package org.tertulia.scheduler.scheduled;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.scheduler.scheduled.ScheduledMessageRepository.WaitingPosition;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;
import reactor.core.publisher.Mono;

/** The caller's scheduled messages in pages: those that wait in the order in which they are due, all others newest first. */
@Component
final class ScheduledMessageList {

    private final ScheduledMessageRepository messages;

    ScheduledMessageList(ScheduledMessageRepository messages) {
        this.messages = messages;
    }

    /** One page; of one chat, of one state, or of all. Fails with malformed-request for a cursor that is none. */
    Mono<CursorPage<ScheduledMessageView>> page(
            Actor actor,
            @Nullable ChatId chat,
            @Nullable ScheduledState state,
            int limit,
            @Nullable String cursor) {
        return Mono.defer(
                () ->
                        state == ScheduledState.WAITING
                                ? waiting(actor, chat, limit, cursor)
                                : newest(actor, chat, state, limit, cursor));
    }

    private Mono<CursorPage<ScheduledMessageView>> waiting(
            Actor actor, @Nullable ChatId chat, int limit, @Nullable String cursor) {
        return messages.waiting(actor.userId(), chat, after(cursor), limit + 1)
                .collectList()
                .map(
                        found ->
                                CursorPage.of(
                                        found,
                                        limit,
                                        ScheduledMessageView::of,
                                        last ->
                                                PageCursor.encode(
                                                        last.dueAt().toString(),
                                                        last.id().toString())));
    }

    private Mono<CursorPage<ScheduledMessageView>> newest(
            Actor actor,
            @Nullable ChatId chat,
            @Nullable ScheduledState state,
            int limit,
            @Nullable String cursor) {
        return messages.page(actor.userId(), chat, state, before(cursor), limit + 1)
                .collectList()
                .map(
                        found ->
                                CursorPage.of(
                                        found,
                                        limit,
                                        ScheduledMessageView::of,
                                        last -> PageCursor.encode(last.id().toString())));
    }

    private static @Nullable ScheduledMessageId before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return ScheduledMessageId.valueOf(PageCursor.decode(cursor, 1).getFirst());
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
                    Instant.parse(parts.getFirst()), ScheduledMessageId.valueOf(parts.getLast()));
        } catch (IllegalArgumentException | DateTimeParseException notOurs) {
            throw PageCursor.malformed();
        }
    }
}
