package org.tertulia.chat.directory;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.chat.directory.DirectoryRepository.Hit;
import org.tertulia.chat.ledger.ChatReading;
import org.tertulia.chat.ledger.ChatView;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.text.PlainText;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;
import reactor.core.publisher.Mono;

/**
 * Finds chats by page. Every page costs three queries, however long it is. A cursor that is not one
 * of the list is a malformed-request problem.
 */
@Component
final class ChatDirectory {

    private static final int MAX_QUERY = 100;

    private final DirectoryRepository chats;
    private final ChatReading reading;

    ChatDirectory(DirectoryRepository chats, ChatReading reading) {
        this.chats = chats;
        this.reading = reading;
    }

    /** The actor's own, of one kind or of all, newest first. */
    Mono<CursorPage<ChatView>> mine(
            Actor actor, @Nullable ChatKind kind, int limit, @Nullable String cursor) {
        var before = cursor == null ? null : id(PageCursor.decode(cursor, 1).getFirst());
        return chats.findMine(actor.userId(), kind, before, limit + 1)
                .flatMap(ids -> page(actor, ids, limit, Function.identity(), ChatDirectory::after));
    }

    /** All public chats, newest first. */
    Mono<CursorPage<ChatView>> allPublic(Actor actor, int limit, @Nullable String cursor) {
        var before = cursor == null ? null : id(PageCursor.decode(cursor, 1).getFirst());
        return chats.findPublic(before, limit + 1)
                .flatMap(ids -> page(actor, ids, limit, Function.identity(), ChatDirectory::after));
    }

    /**
     * Public chats by title, accents and case folded: titles that begin with the words first, then
     * those that contain them at the start of a word, anywhere, and finally those that are similar.
     */
    Mono<CursorPage<ChatView>> search(
            Actor actor, String query, int limit, @Nullable String cursor) {
        var words = PlainText.clean("query", query, 1, MAX_QUERY);
        return chats.search(words, cursor == null ? null : hit(cursor), limit + 1)
                .flatMap(
                        hits ->
                                page(
                                        actor,
                                        hits,
                                        limit,
                                        Hit::id,
                                        last ->
                                                PageCursor.encode(
                                                        Integer.toString(last.rank()),
                                                        last.id().toString())));
    }

    private <T> Mono<CursorPage<ChatView>> page(
            Actor actor,
            List<T> found,
            int limit,
            Function<T, ChatId> id,
            Function<T, String> cursor) {
        var shown = found.stream().limit(limit).toList();
        var next = found.size() > limit ? cursor.apply(shown.getLast()) : null;
        return shown.isEmpty()
                ? Mono.just(new CursorPage<>(List.of(), null))
                : reading.views(actor, shown.stream().map(id).toList())
                        .map(views -> new CursorPage<>(views, next));
    }

    private static String after(ChatId last) {
        return PageCursor.encode(last.toString());
    }

    private static Hit hit(String cursor) {
        var parts = PageCursor.decode(cursor, 2);
        try {
            return new Hit(Integer.parseInt(parts.getFirst()), id(parts.getLast()));
        } catch (NumberFormatException notOurs) {
            throw PageCursor.malformed();
        }
    }

    private static ChatId id(String text) {
        try {
            return new ChatId(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            throw PageCursor.malformed();
        }
    }
}
