package org.tertulia.notification.listening;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.notification.alerts.Alerts;
import org.tertulia.notification.decisions.Occasion.Joined;
import org.tertulia.notification.inbox.Inbox;
import org.tertulia.notification.inbox.Selection;
import org.tertulia.notification.replica.KnownChat;
import org.tertulia.notification.replica.Place;
import org.tertulia.notification.replica.Replica;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who comes and goes. */
@Component
final class Membership {

    private final Replica replica;
    private final Alerts alerts;
    private final Announcing announcing;
    private final Inbox inbox;
    private final Rounds rounds;

    Membership(Replica replica, Alerts alerts, Announcing announcing, Inbox inbox, Rounds rounds) {
        this.replica = replica;
        this.alerts = alerts;
        this.announcing = announcing;
        this.inbox = inbox;
        this.rounds = rounds;
    }

    Mono<Void> opened(ChatOpened e) {
        var chat = new ChatId(e.chatId());
        var members = e.members().stream().map(UserId::new).collect(toSet());
        return replica.open(chat, kind(e.kind()), e.title())
                .then(replica.setPresent(chat, members, true, e.seq()))
                .then(
                        announcing.tell(
                                new Place(chat, e.kind() == ChatKind.PRIVATE, 0),
                                new Joined(new UserId(e.createdBy()), e.seq(), members),
                                List.of(),
                                (kind, _) -> Subjects.invited(kind, e)));
    }

    private static String kind(ChatKind kind) {
        return switch (kind) {
            case PUBLIC -> "public";
            case PRIVATE -> "private";
            case GROUP -> "group";
        };
    }

    Mono<Void> joined(MemberJoined e, KnownChat known) {
        var chat = new ChatId(e.chatId());
        var added = Set.of(new UserId(e.userId()));
        return replica.setPresent(chat, added, true, e.seq())
                .then(
                        announcing.tell(
                                new Place(chat, known.privateChat(), 0),
                                new Joined(new UserId(e.by()), e.seq(), added),
                                List.of(),
                                (kind, _) -> Subjects.invited(kind, e)));
    }

    Mono<Void> left(MemberLeft e) {
        var chat = new ChatId(e.chatId());
        var person = new UserId(e.userId());
        return rounds.one(person, Mono.defer(() -> leave(chat, List.of(person), e.seq())));
    }

    /** The members are found as long as they are some: whoever is done with is none. */
    Mono<Void> closed(ChatClosed e) {
        var chat = new ChatId(e.chatId());
        return rounds.all(
                        after -> replica.members(chat, after, Rounds.PEOPLE),
                        members -> leave(chat, members, e.seq()))
                .then(Mono.defer(() -> replica.forgetMessages(chat)));
    }

    private Mono<Void> leave(ChatId chat, List<UserId> people, long seq) {
        return replica.setPresent(chat, people, false, seq)
                .then(replica.forget(chat, people))
                .then(alerts.forget(chat, people))
                .thenMany(
                        Flux.fromIterable(people)
                                .concatMap(
                                        person ->
                                                inbox.withdraw(person, new Selection.OfChat(chat))))
                .then();
    }
}
