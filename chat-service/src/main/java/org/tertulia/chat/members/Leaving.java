package org.tertulia.chat.members;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.chat.ledger.Chat;
import org.tertulia.chat.ledger.ChatChange;
import org.tertulia.chat.ledger.ChatLedger;
import org.tertulia.chat.ledger.ChatMember;
import org.tertulia.chat.ledger.SeenChat;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/**
 * Ends memberships, by oneself or by others. When the last owner goes, the oldest administrator, else
 * the oldest member, becomes owner; when the last member goes, the chat goes with them.
 */
@Component
final class Leaving {

    private final ChatLedger ledger;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Leaving(ChatLedger ledger, TransactionalOperator transactions, Clock clock) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails with ChatNotFound, {@link MemberNotFound}, NotAllowedInChat or ChatNotEditable. */
    Mono<Void> remove(Actor actor, ChatId chatId, UserId userId) {
        return ledger.lock(actor, chatId, ChatAction.SEE)
                .flatMap(seen -> removed(actor, seen, userId))
                .as(transactions::transactional);
    }

    private Mono<Void> removed(Actor actor, SeenChat seen, UserId userId) {
        return ledger.member(seen.chat().id(), userId)
                .switchIfEmpty(Mono.error(() -> new MemberNotFound(userId)))
                .doOnNext(member -> seen.require(action(actor, member)))
                .flatMap(member -> gone(actor, seen.chat(), member));
    }

    private static ChatAction action(Actor actor, ChatMember member) {
        if (actor.userId().equals(member.userId())) {
            return ChatAction.LEAVE;
        }
        return member.role() == ChatRole.MEMBER
                ? ChatAction.REMOVE_MEMBER
                : ChatAction.REMOVE_STAFF;
    }

    private Mono<Void> gone(Actor actor, Chat chat, ChatMember member) {
        var by = actor.userId();
        var now = clock.instant();
        if (chat.memberCount() == 1) {
            return ledger.write(new ChatChange.Closed(chat.next(), by, now)).then();
        }
        var removal = new ChatChange.MemberRemoved(chat.changedBy(-1), member.userId(), by, now);
        return ledger.write(removal).flatMap(after -> succession(actor, after, member)).then();
    }

    private Mono<Chat> succession(Actor actor, Chat chat, ChatMember gone) {
        return gone.role() != ChatRole.OWNER
                ? Mono.just(chat)
                : ledger.hasOtherOwner(chat.id(), gone.userId())
                        .filter(another -> !another)
                        .flatMap(_ -> ledger.heir(chat.id()))
                        .flatMap(heir -> promoted(actor, chat, heir))
                        .defaultIfEmpty(chat);
    }

    private Mono<Chat> promoted(Actor actor, Chat chat, ChatMember heir) {
        return ledger.write(
                new ChatChange.RoleChanged(
                        chat.next(),
                        heir.userId(),
                        ChatRole.OWNER,
                        actor.userId(),
                        clock.instant()));
    }
}
