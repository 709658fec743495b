package org.tertulia.notification.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;
import reactor.core.publisher.Mono;

/** What people do with their own inboxes; nobody else's can be reached. */
@Component
final class OwnInbox {

    private final Inbox inbox;
    private final InboxRepository inboxes;
    private final TransactionalOperator transactions;

    OwnInbox(Inbox inbox, InboxRepository inboxes, TransactionalOperator transactions) {
        this.inbox = inbox;
        this.inboxes = inboxes;
        this.transactions = transactions;
    }

    /** The newest first; one that grows while pages are read comes to the front. Fails with malformed-request. */
    Mono<CursorPage<NotificationView>> page(
            UserId person, boolean unreadOnly, int limit, @Nullable String cursor) {
        var before = cursor == null ? Long.MAX_VALUE : place(cursor);
        return inboxes.findPage(person, unreadOnly, before, limit + 1)
                .map(found -> page(found, limit));
    }

    private static CursorPage<NotificationView> page(List<Notification> found, int limit) {
        var shown = found.stream().limit(limit).map(NotificationView::of).toList();
        return new CursorPage<>(
                shown,
                found.size() > limit
                        ? PageCursor.encode(Long.toString(shown.getLast().version()))
                        : null);
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(PageCursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw PageCursor.malformed();
        }
    }

    /** Where the inbox stands. */
    Mono<UnreadView> unread(UserId person) {
        return inboxes.state(person).map(UnreadView::of);
    }

    /** These have been read; what is not in the inbox any more is passed over. */
    Mono<UnreadView> read(UserId person, List<NotificationId> ids) {
        return settled(person, Mono.just(new Selection.Named(ids)));
    }

    /** This one and all before it have been read. Fails with {@link NotificationNotFound}. */
    Mono<UnreadView> readThrough(UserId person, NotificationId id) {
        return settled(
                person,
                inboxes.find(person, id)
                        .switchIfEmpty(Mono.error(() -> new NotificationNotFound(id)))
                        .map(found -> new Selection.Through(found.version())));
    }

    /** Everything has been read. */
    Mono<UnreadView> readAll(UserId person) {
        return settled(person, Mono.just(new Selection.Through(Long.MAX_VALUE)));
    }

    private Mono<UnreadView> settled(UserId person, Mono<? extends Selection> selection) {
        return inbox.lock(List.of(person))
                .then(selection)
                .flatMap(selected -> inbox.read(person, selected))
                .then(Mono.defer(() -> unread(person)))
                .as(transactions::transactional);
    }
}
