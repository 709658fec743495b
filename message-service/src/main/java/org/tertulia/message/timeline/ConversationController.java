package org.tertulia.message.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** A person's conversations over HTTP: what the hello of a WebSocket has, for those without one. */
@RestController
final class ConversationController {

    private final Timeline timeline;

    ConversationController(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/api/v1/conversations")
    Mono<CursorPage<Conversation>> conversations(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor) {
        var size = PageLimit.of(limit);
        return timeline.conversations(actor.userId(), before(cursor), size + 1)
                .map(found -> page(found, size));
    }

    private static @Nullable ChatId before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return ChatId.valueOf(PageCursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException notAnId) {
            throw PageCursor.malformed();
        }
    }

    private static CursorPage<Conversation> page(List<Conversation> found, int size) {
        if (found.size() <= size) {
            return new CursorPage<>(found, null);
        }
        var items = found.subList(0, size);
        return new CursorPage<>(items, PageCursor.encode(items.getLast().chatId().toString()));
    }
}
