package org.tertulia.chat.editing;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.chat.ledger.Chat;
import org.tertulia.chat.ledger.ChatChange;
import org.tertulia.chat.ledger.ChatLedger;
import org.tertulia.chat.ledger.ChatReading;
import org.tertulia.chat.ledger.ChatView;
import org.tertulia.chat.ledger.SeenChat;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.IfMatch;
import reactor.core.publisher.Mono;

/** Renames, pictures, sets and deletes chats, one change of a chat at a time. */
@Component
final class ChatEditing {

    private final ChatLedger ledger;
    private final ChatReading reading;
    private final TransactionalOperator transactions;
    private final Clock clock;

    ChatEditing(
            ChatLedger ledger,
            ChatReading reading,
            TransactionalOperator transactions,
            Clock clock) {
        this.ledger = ledger;
        this.reading = reading;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Sets what {@code edit} names. What is so already is no change: no new version, no event. Fails with
     * ChatNotFound, NotAllowedInChat, ChatNotEditable, precondition-failed, or validation-failed.
     */
    Mono<ChatView> edit(Actor actor, ChatId id, EditChat edit, IfMatch ifMatch) {
        return ledger.lock(actor, id, edit.needs())
                .map(seen -> seen.require(edit.alsoNeeds()))
                .doOnNext(seen -> ifMatch.require(seen.chat().version()))
                .flatMap(seen -> edited(actor, seen, edit))
                .flatMap(reading::view)
                .as(transactions::transactional);
    }

    private Mono<SeenChat> edited(Actor actor, SeenChat seen, EditChat edit) {
        var chat = seen.chat();
        return edit.isTrueOf(chat) ? Mono.just(seen) : written(actor, seen, edit.appliedTo(chat));
    }

    private Mono<SeenChat> written(Actor actor, SeenChat seen, Chat next) {
        return ledger.write(new ChatChange.Edited(next, actor.userId(), clock.instant()))
                .map(after -> new SeenChat(after, seen.myRole()));
    }

    /**
     * Gives the chat another picture, or none. The same again is no change. Whether the file may be one is for the caller of
     * this to see to. Fails as {@link #edit} does.
     */
    Mono<ChatView> picture(Actor actor, ChatId id, @Nullable MediaId picture, IfMatch ifMatch) {
        return ledger.lock(actor, id, ChatAction.EDIT)
                .doOnNext(seen -> ifMatch.require(seen.chat().version()))
                .flatMap(seen -> pictured(actor, seen, picture))
                .flatMap(reading::view)
                .as(transactions::transactional);
    }

    private Mono<SeenChat> pictured(Actor actor, SeenChat seen, @Nullable MediaId picture) {
        var chat = seen.chat();
        return Objects.equals(chat.picture(), picture)
                ? Mono.just(seen)
                : written(actor, seen, chat.picturedBy(picture));
    }

    /** Deletes the chat for everybody. Fails with ChatNotFound or NotAllowedInChat. */
    Mono<Void> delete(Actor actor, ChatId id) {
        return ledger.lock(actor, id, ChatAction.DELETE)
                .map(seen -> seen.chat().next())
                .flatMap(
                        chat ->
                                ledger.write(
                                        new ChatChange.Closed(
                                                chat, actor.userId(), clock.instant())))
                .then()
                .as(transactions::transactional);
    }
}
