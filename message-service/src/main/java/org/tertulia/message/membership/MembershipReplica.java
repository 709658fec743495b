package org.tertulia.message.membership;

import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.contracts.chat.ChatChanged;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatDeleted;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.chat.EmojiAdded;
import org.tertulia.contracts.chat.EmojiRemoved;
import org.tertulia.contracts.chat.InitialMember;
import org.tertulia.contracts.chat.MemberAdded;
import org.tertulia.contracts.chat.MemberRemoved;
import org.tertulia.contracts.chat.MemberRoleChanged;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.outbox.OutboxSignal;
import reactor.core.publisher.Mono;

/**
 * Applies the chat service's events, each once: an event whose version the replica has is a repeat and
 * changes nothing. The event's log entry is written in the same transaction, under the chat's row lock.
 */
@Service
final class MembershipReplica {

    private static final Logger log = LoggerFactory.getLogger(MembershipReplica.class);

    private final MembershipRepository repository;
    private final LogEntries entries;
    private final TransactionalOperator transactions;
    private final OutboxSignal outbox;

    MembershipReplica(
            MembershipRepository repository,
            LogEntries entries,
            TransactionalOperator transactions,
            OutboxSignal outbox) {
        this.repository = repository;
        this.entries = entries;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Completes after the commit; events of one chat are to be applied one after the other. */
    Mono<Void> apply(ChatEvent event) {
        return (event instanceof ChatCreated created ? open(created) : change(event))
                .as(transactions::transactional)
                .doOnSuccess(done -> outbox.wake());
    }

    private Mono<Void> open(ChatCreated event) {
        var chatId = new ChatId(event.chatId());
        return repository
                .insertChat(
                        chatId,
                        event.kind().name().toLowerCase(Locale.ROOT),
                        event.title(),
                        event.description(),
                        event.receipts(),
                        event.version())
                .filter(isNew -> isNew)
                .flatMap(isNew -> repository.append(chatId, entries.of(event)))
                .flatMap(seq -> addAll(chatId, event, seq));
    }

    private Mono<Void> addAll(ChatId chatId, ChatCreated event, long seq) {
        var members = event.members();
        return repository.addMembers(
                chatId,
                members.stream().map(InitialMember::userId).toArray(UUID[]::new),
                members.stream().map(m -> role(m.role())).toArray(String[]::new),
                seq);
    }

    private Mono<Void> change(ChatEvent event) {
        var chatId = new ChatId(event.chatId());
        return repository
                .lockVersion(chatId)
                .switchIfEmpty(Mono.error(() -> new ChatNotOpened(event)))
                .filter(known -> isNext(event, known))
                .flatMap(known -> repository.append(chatId, entries.of(event)))
                .flatMap(seq -> changeState(chatId, event, seq))
                .then();
    }

    /** A gap means that an event became a dead letter; what follows is still better than nothing. */
    private static boolean isNext(ChatEvent event, long known) {
        if (event.version() > known + 1) {
            log.error(
                    "Chat {} skips from version {} to {}", event.chatId(), known, event.version());
        }
        return event.version() > known;
    }

    private Mono<Void> changeState(ChatId chatId, ChatEvent event, long seq) {
        return repository
                .setVersion(chatId, event.version())
                .then(Mono.defer(() -> changeTables(chatId, event, seq)));
    }

    private Mono<Void> changeTables(ChatId chatId, ChatEvent event, long seq) {
        return switch (event) {
            case ChatCreated _ -> Mono.empty();
            case ChatChanged e -> repository.revise(chatId, revision(e));
            case MemberAdded e ->
                    repository.addMembers(
                            chatId, new UUID[] {e.userId()}, new String[] {role(e.role())}, seq);
            case MemberRemoved e -> repository.removeMember(chatId, e.userId());
            case MemberRoleChanged e -> repository.setRole(chatId, e.userId(), role(e.role()));
            case EmojiAdded e -> repository.addEmoji(chatId, e.name());
            case EmojiRemoved e -> repository.removeEmoji(chatId, e.name());
            case ChatDeleted _ -> repository.delete(chatId);
        };
    }

    private static Revision revision(ChatChanged event) {
        return new Revision(
                event.title(), event.description(), event.pictureId(), event.receipts());
    }

    private static String role(ChatRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The chat's first event never came: it is among the dead letters. */
    static final class ChatNotOpened extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChatNotOpened(ChatEvent event) {
            super("version %d of the unknown chat %s".formatted(event.version(), event.chatId()));
        }
    }
}
