package org.tertulia.notification.listening;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.contracts.message.ReactionAdded;
import org.tertulia.contracts.message.ReactionRemoved;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.notification.decisions.Occasion.Reacted;
import org.tertulia.notification.decisions.Occasion.Said;
import org.tertulia.notification.inbox.Excerpt;
import org.tertulia.notification.inbox.Inbox;
import org.tertulia.notification.inbox.Selection;
import org.tertulia.notification.replica.Author;
import org.tertulia.notification.replica.Heard;
import org.tertulia.notification.replica.KnownChat;
import org.tertulia.notification.replica.Place;
import org.tertulia.notification.replica.Replica;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** What is said, taken back and reacted to. */
@Component
final class Conversation {

    private final Replica replica;
    private final Announcing announcing;
    private final Inbox inbox;
    private final Rounds rounds;

    Conversation(Replica replica, Announcing announcing, Inbox inbox, Rounds rounds) {
        this.replica = replica;
        this.announcing = announcing;
        this.inbox = inbox;
        this.rounds = rounds;
    }

    /** Much is said: the positions of those messages that have to be told. */
    Mono<Set<Integer>> heard(List<MessagePosted> said) {
        return Mono.fromSupplier(() -> said.stream().map(Conversation::heard).toList())
                .flatMap(replica::hear);
    }

    /** Tells of a message that was heard; one that was told before is passed over. */
    Mono<Void> posted(MessagePosted e) {
        return Mono.fromSupplier(() -> heard(e)).flatMap(message -> posted(e, message));
    }

    private Mono<Void> posted(MessagePosted e, Heard message) {
        return replica.untold(message)
                .flatMap(
                        known ->
                                tell(e, message, known)
                                        .then(Mono.defer(() -> replica.told(message))));
    }

    private static Heard heard(MessagePosted e) {
        var mentions = e.mentions();
        var called =
                mentions == null
                        ? Set.<UserId>of()
                        : mentions.people().stream().map(UserId::new).collect(toSet());
        return new Heard(
                new ChatId(e.chatId()),
                e.seq(),
                new UserId(e.senderId()),
                e.thread(),
                e.postedAt(),
                called,
                mentions != null && mentions.everyone(),
                Stream.of(e.replyTo(), e.thread()).filter(Objects::nonNull).distinct().toList(),
                FoldedText.of(e.text()));
    }

    private Mono<Void> tell(MessagePosted e, Heard message, KnownChat known) {
        var thread = e.thread() == null ? 0 : e.thread();
        var place = new Place(message.chat(), known.privateChat(), thread);
        return replica.authors(message.chat(), message.answers())
                .map(Author::person)
                .collect(toSet())
                .map(answered -> said(message, answered))
                .flatMap(said -> announcing.tell(place, said, message.lookups(), told(e, said)));
    }

    private static Said said(Heard message, Set<UserId> answered) {
        return new Said(
                message.sender(),
                message.seq(),
                message.called(),
                message.everyone(),
                answered,
                message.text());
    }

    private static Announcing.Wording told(MessagePosted e, Said said) {
        return (kind, person) ->
                kind == NotificationKind.ALERT
                        ? Subjects.awaited(e, person.alertOn(said.text()).orElseThrow())
                        : Subjects.said(kind, e);
    }

    /** Whom it calls from now on is not told: what was said is known already. */
    Mono<Void> edited(MessageEdited e) {
        var chat = new ChatId(e.chatId());
        var excerpt = e.deletedAt() == null ? Excerpt.of(e.text()) : "";
        return rounds.each(
                after -> inbox.toldOf(chat, e.message(), after, Rounds.PEOPLE),
                person -> inbox.rewrite(person, chat, e.message(), excerpt));
    }

    Mono<Void> deleted(MessageDeleted e) {
        var chat = new ChatId(e.chatId());
        return rounds.each(
                        after -> inbox.toldOf(chat, e.message(), after, Rounds.PEOPLE),
                        person ->
                                inbox.withdraw(person, new Selection.OfMessage(chat, e.message())))
                .then(Mono.defer(() -> replica.forgetMessage(chat, e.message())));
    }

    Mono<Void> reacted(ReactionAdded e, KnownChat known) {
        var chat = new ChatId(e.chatId());
        return replica.authors(chat, List.of(e.message()))
                .next()
                .flatMap(
                        author -> {
                            var thread = author.thread();
                            return announcing.tell(
                                    new Place(
                                            chat, known.privateChat(), thread == null ? 0 : thread),
                                    new Reacted(new UserId(e.userId()), e.seq(), author.person()),
                                    List.of(),
                                    (kind, _) -> Subjects.reacted(kind, e, thread));
                        });
    }

    Mono<Void> unreacted(ReactionRemoved e) {
        var chat = new ChatId(e.chatId());
        var reaction =
                new Selection.OfReaction(chat, e.message(), new UserId(e.userId()), e.emoji());
        return rounds.each(
                after -> inbox.toldOf(chat, e.message(), after, Rounds.PEOPLE),
                person -> inbox.withdraw(person, reaction));
    }
}
