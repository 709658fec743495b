package org.tertulia.notification.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.Topics;
import org.tertulia.notification.config.NotificationProperties;
import org.tertulia.notification.push.delivery.PushQueue;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes inboxes. Every change is published in the caller's transaction, which must have {@link #lock locked} the inbox: so
 * what is published of a person has no gap and comes in order, and of a message and a marker past it one comes first.
 */
@Component
public final class Inbox {

    /** Messages, reactions or firings that one notification stands for. */
    static final int MAX_CAUSES = 100;

    private final InboxRepository inboxes;
    private final CauseRepository causes;
    private final Outbox outbox;
    private final PushQueue pushes;
    private final IdGenerator ids;
    private final NotificationProperties properties;
    private final Clock clock;

    Inbox(
            InboxRepository inboxes,
            CauseRepository causes,
            Outbox outbox,
            PushQueue pushes,
            IdGenerator ids,
            NotificationProperties properties,
            Clock clock) {
        this.inboxes = inboxes;
        this.causes = causes;
        this.outbox = outbox;
        this.pushes = pushes;
        this.ids = ids;
        this.properties = properties;
        this.clock = clock;
    }

    /** Locks the inboxes of these people until the transaction ends. */
    public Mono<Void> lock(Collection<UserId> people) {
        return inboxes.lock(people);
    }

    /** Tells a person something; what they were told before is not told again. */
    public Mono<Void> tell(UserId person, Telling telling) {
        return Mono.defer(
                () ->
                        inboxes.tell(
                                        ids.next(),
                                        person,
                                        telling,
                                        MAX_CAUSES,
                                        properties.keptPerPerson(),
                                        now())
                                .flatMap(this::announce));
    }

    private Mono<Void> announce(InboxRepository.Told told) {
        var published =
                outbox.append(
                        Topics.NOTIFICATION_EVENTS,
                        NotificationEvents.added(told.notification(), told.unread()));
        return told.pushes() == 0 ? published : published.then(pushes.wakeAfterCommit());
    }

    /** The person has read this. */
    public Mono<Void> read(UserId person, Selection selection) {
        return causes.read(person, selection).flatMap(ids -> settle(person, ids));
    }

    /** This is gone, and what it said with it. */
    public Mono<Void> withdraw(UserId person, Selection selection) {
        return causes.withdraw(person, selection).flatMap(ids -> settle(person, ids));
    }

    private Mono<Void> settle(UserId person, List<NotificationId> ids) {
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        return inboxes.refresh(ids)
                .filter(changes -> !changes.isEmpty())
                .flatMap(changes -> settleAll(person, changes));
    }

    private Mono<Void> settleAll(UserId person, List<Change> changes) {
        return Flux.just(false, true)
                .concatMap(withdrawn -> settle(person, changes, withdrawn))
                .then(pushes.settled(person, changes.stream().map(Change::id).toList()));
    }

    private Mono<Void> settle(UserId person, List<Change> changes, boolean withdrawn) {
        var settled =
                changes.stream()
                        .filter(change -> change.withdrawn() == withdrawn)
                        .map(Change::id)
                        .toList();
        return settled.isEmpty()
                ? Mono.empty()
                : inboxes.advance(person)
                        .map(
                                state ->
                                        NotificationEvents.settled(
                                                person, state, settled, withdrawn, now()))
                        .flatMap(event -> outbox.append(Topics.NOTIFICATION_EVENTS, event));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A message says something else now: so do the notifications, which nobody is told of again. */
    public Mono<Void> rewrite(UserId person, ChatId chat, long message, String excerpt) {
        return causes.rewrite(person, chat, message, excerpt)
                .filter(ids -> !ids.isEmpty())
                .flatMap(inboxes::refresh)
                .then();
    }

    /** People who were told about a message, in the order of their ids, after one of them; at most {@code limit}. */
    public Mono<List<UserId>> toldOf(ChatId chat, long message, UUID after, int limit) {
        return causes.toldOf(chat, message, after, limit);
    }
}
