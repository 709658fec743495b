package org.tertulia.message.bookmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.personal.BookmarkChanged;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.message.timeline.MessageViews;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EphemeralEvents;
import org.tertulia.starter.web.CursorPage;
import reactor.core.publisher.Mono;

/**
 * Marks messages for a person and nobody else, and tells that person's connections. Telling is best
 * effort: the list has what is.
 */
@Service
final class Bookmarks {

    private final BookmarkRepository repository;
    private final MessageViews messages;
    private final Membership membership;
    private final EphemeralEvents events;
    private final Clock clock;
    private final BookmarkProperties properties;

    Bookmarks(
            BookmarkRepository repository,
            MessageViews messages,
            Membership membership,
            EphemeralEvents events,
            Clock clock,
            BookmarkProperties properties) {
        this.repository = repository;
        this.messages = messages;
        this.membership = membership;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Completes when the message is marked; one that was already stays as of then. Fails with
     * chat-not-found, {@link MessageNotFound}, also when it was deleted, and {@link TooManyBookmarks}.
     */
    Mono<Void> add(Caller caller, MessagePlace place) {
        return change(caller, place, true);
    }

    /** Completes when the message is not marked. Fails with chat-not-found. */
    Mono<Void> remove(Caller caller, MessagePlace place) {
        return change(caller, place, false);
    }

    private Mono<Void> change(Caller caller, MessagePlace place, boolean bookmarked) {
        return membership
                .require(caller, place.chatId())
                .then(Mono.defer(() -> store(caller.userId(), place, bookmarked)));
    }

    private Mono<Void> store(UserId userId, MessagePlace place, boolean bookmarked) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var changed =
                bookmarked
                        ? repository.put(userId, place, at, properties.maxPerPerson())
                        : repository.remove(userId, place);
        return changed.filter(Boolean::booleanValue)
                .doOnNext(yes -> tell(userId, place, bookmarked, at))
                .then();
    }

    private void tell(UserId userId, MessagePlace place, boolean bookmarked, Instant at) {
        events.publish(
                Topics.PERSONAL_EVENTS,
                new BookmarkChanged(
                        userId.value(), place.chatId().value(), place.seq(), bookmarked, at));
    }

    /** Those in chats that the caller is a member of, newest first, each with its message as it is now. */
    Mono<CursorPage<BookmarkView>> page(Caller caller, @Nullable String cursor, int limit) {
        return repository
                .page(caller.userId(), BookmarkPosition.of(cursor), limit + 1)
                .flatMap(found -> withMessages(caller.userId(), found, limit));
    }

    private Mono<CursorPage<BookmarkView>> withMessages(
            UserId userId, List<Bookmark> found, int limit) {
        var items = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? BookmarkPosition.cursorAfter(items.getLast()) : null;
        return messages.find(userId, items.stream().map(Bookmark::place).toList())
                .map(seen -> new CursorPage<>(views(items, seen), next));
    }

    /** What a person has left meanwhile is not seen. */
    private static List<BookmarkView> views(List<Bookmark> items, List<MessageView> seen) {
        var savedAt = items.stream().collect(Collectors.toMap(Bookmark::place, Bookmark::savedAt));
        return seen.stream()
                .map(message -> new BookmarkView(message, savedAt(savedAt, message)))
                .toList();
    }

    private static Instant savedAt(Map<MessagePlace, Instant> savedAt, MessageView message) {
        var place = new MessagePlace(message.chatId(), message.seq());
        return Objects.requireNonNull(savedAt.get(place));
    }
}
