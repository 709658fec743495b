package org.tertulia.chat.emoji;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.chat.ledger.Chat;
import org.tertulia.chat.ledger.ChatChange;
import org.tertulia.chat.ledger.ChatEmoji;
import org.tertulia.chat.ledger.ChatLedger;
import org.tertulia.chat.ledger.ChatReading;
import org.tertulia.chat.ledger.EmojiName;
import org.tertulia.chat.ledger.SeenChat;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.pictures.OwnPictures;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** Gives chats emoji of their own and takes them away, one change of a chat at a time. */
@Component
final class OwnEmoji {

    private final ChatLedger ledger;
    private final ChatReading reading;
    private final OwnPictures pictures;
    private final TransactionalOperator transactions;
    private final Clock clock;

    OwnEmoji(
            ChatLedger ledger,
            ChatReading reading,
            OwnPictures pictures,
            TransactionalOperator transactions,
            Clock clock) {
        this.ledger = ledger;
        this.reading = reading;
        this.pictures = pictures;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** By their names. Fails with ChatNotFound or NotAllowedInChat. */
    Mono<List<ChatEmoji>> all(Actor actor, ChatId id) {
        return reading.require(actor, id, ChatAction.SEE_EMOJI).flatMap(_ -> ledger.emoji(id));
    }

    /**
     * Adds one, or gives one another picture. The same again is no change. Fails with ChatNotFound, NotAllowedInChat, {@link
     * TooManyEmoji}, or as {@link OwnPictures#require} does.
     */
    Mono<ChatEmoji> put(
            Actor actor, CallerToken token, ChatId id, EmojiName name, MediaId picture) {
        return reading.require(actor, id, ChatAction.SET_EMOJI)
                .then(Mono.defer(() -> pictures.require(actor, token, picture)))
                .then(Mono.defer(() -> stored(actor, id, name, picture)));
    }

    private Mono<ChatEmoji> stored(Actor actor, ChatId id, EmojiName name, MediaId picture) {
        return ledger.lock(actor, id, ChatAction.SET_EMOJI)
                .map(SeenChat::chat)
                .zipWhen(_ -> ledger.emoji(id))
                .flatMap(found -> stored(found.getT1(), found.getT2(), emoji(actor, name, picture)))
                .as(transactions::transactional);
    }

    private ChatEmoji emoji(Actor actor, EmojiName name, MediaId picture) {
        return new ChatEmoji(
                name, picture, actor.userId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Mono<ChatEmoji> stored(Chat chat, List<ChatEmoji> all, ChatEmoji emoji) {
        var present = all.stream().filter(one -> one.name().equals(emoji.name())).findFirst();
        if (present.isEmpty() && all.size() >= TooManyEmoji.MOST) {
            return Mono.error(new TooManyEmoji());
        }
        return present.filter(one -> one.picture().equals(emoji.picture()))
                .map(Mono::just)
                .orElseGet(
                        () ->
                                ledger.write(new ChatChange.EmojiAdded(chat.next(), emoji))
                                        .thenReturn(emoji));
    }

    /** Takes one away. Fails with ChatNotFound, NotAllowedInChat or {@link EmojiNotFound}. */
    Mono<Void> remove(Actor actor, ChatId id, EmojiName name) {
        return ledger.lock(actor, id, ChatAction.SET_EMOJI)
                .flatMap(
                        seen ->
                                ledger.emoji(id)
                                        .doOnNext(all -> requireThere(all, name))
                                        .map(_ -> removal(actor, seen.chat(), name)))
                .flatMap(ledger::write)
                .then()
                .as(transactions::transactional);
    }

    private static void requireThere(List<ChatEmoji> all, EmojiName name) {
        if (all.stream().noneMatch(one -> one.name().equals(name))) {
            throw new EmojiNotFound(name);
        }
    }

    private ChatChange removal(Actor actor, Chat chat, EmojiName name) {
        return new ChatChange.EmojiRemoved(chat.next(), name, actor.userId(), clock.instant());
    }
}
