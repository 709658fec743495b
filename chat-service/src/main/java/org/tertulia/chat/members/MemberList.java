package org.tertulia.chat.members;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.chat.ledger.ChatReading;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;
import reactor.core.publisher.Mono;

/** The members of a chat by page, in the order they joined, for whoever sees the chat. */
@Component
final class MemberList {

    private final ChatReading reading;
    private final MemberPageRepository members;

    MemberList(ChatReading reading, MemberPageRepository members) {
        this.reading = reading;
        this.members = members;
    }

    /** Fails with ChatNotFound, or malformed-request for a cursor that is not one. */
    Mono<CursorPage<MemberView>> page(
            Actor actor, ChatId chat, int limit, @Nullable String cursor) {
        var after = cursor == null ? 0 : place(cursor);
        return reading.require(actor, chat, ChatAction.SEE)
                .then(
                        Mono.defer(
                                () ->
                                        members.findPage(chat, after, limit + 1)
                                                .map(found -> page(found, limit))));
    }

    private static CursorPage<MemberView> page(List<MemberPageRepository.Placed> found, int limit) {
        var items = found.stream().limit(limit).toList();
        var views = items.stream().map(placed -> MemberView.of(placed.member())).toList();
        return new CursorPage<>(
                views,
                found.size() > limit
                        ? PageCursor.encode(Long.toString(items.getLast().place()))
                        : null);
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(PageCursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw PageCursor.malformed();
        }
    }
}
