package org.tertulia.chat.members;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.chat.ledger.ChatChange;
import org.tertulia.chat.ledger.ChatLedger;
import org.tertulia.chat.ledger.ChatMember;
import org.tertulia.chat.ledger.ChatReading;
import org.tertulia.chat.ledger.SeenChat;
import org.tertulia.chat.people.KnownPeople;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** Makes people members and gives them roles. */
@Component
final class Joining {

    private final ChatLedger ledger;
    private final ChatReading reading;
    private final KnownPeople people;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Joining(
            ChatLedger ledger,
            ChatReading reading,
            KnownPeople people,
            TransactionalOperator transactions,
            Clock clock) {
        this.ledger = ledger;
        this.reading = reading;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The member as it is afterwards; asking for what is so already changes nothing. Fails with
     * ChatNotFound, NotAllowedInChat, ChatNotEditable, {@link GroupFull}, {@link LastOwner}, or
     * validation-failed when there is no such person.
     */
    Mono<ChatMember> put(Actor actor, CallerToken token, PutMember command) {
        var self = actor.userId().equals(command.userId());
        return reading.require(
                        actor, command.chatId(), self ? ChatAction.JOIN : ChatAction.ADD_MEMBER)
                .then(
                        self
                                ? Mono.empty()
                                : people.requireKnown(Map.of("userId", command.userId()), token))
                .then(Mono.defer(() -> inTurn(actor, command)));
    }

    private Mono<ChatMember> inTurn(Actor actor, PutMember command) {
        return ledger.lock(actor, command.chatId(), ChatAction.SEE)
                .flatMap(seen -> placed(actor, seen, command))
                .as(transactions::transactional);
    }

    private Mono<ChatMember> placed(Actor actor, SeenChat seen, PutMember command) {
        return ledger.member(command.chatId(), command.userId())
                .flatMap(now -> changed(actor, allowed(actor, seen, command, now), command, now))
                .switchIfEmpty(
                        Mono.defer(
                                () -> added(actor, allowed(actor, seen, command, null), command)));
    }

    private static SeenChat allowed(
            Actor actor, SeenChat seen, PutMember command, @Nullable ChatMember now) {
        return seen.require(command.action(actor.userId(), now));
    }

    private Mono<ChatMember> added(Actor actor, SeenChat seen, PutMember command) {
        var chat = seen.chat();
        if (chat.kind() == ChatKind.GROUP && chat.memberCount() >= GroupFull.MAX_MEMBERS) {
            return Mono.error(GroupFull::new);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var member = new ChatMember(command.userId(), command.roleOfNewMember(), now);
        return ledger.write(
                        new ChatChange.MemberAdded(chat.changedBy(1), member, actor.userId(), now))
                .thenReturn(member);
    }

    private Mono<ChatMember> changed(
            Actor actor, SeenChat seen, PutMember command, ChatMember now) {
        var role = command.role();
        if (role == null || role == now.role()) {
            return Mono.just(now);
        }
        var write =
                ledger.write(
                        new ChatChange.RoleChanged(
                                seen.chat().next(),
                                now.userId(),
                                role,
                                actor.userId(),
                                clock.instant()));
        return ownerRemains(seen, now).then(write).thenReturn(now.as(role));
    }

    private Mono<Void> ownerRemains(SeenChat seen, ChatMember now) {
        return now.role() != ChatRole.OWNER
                ? Mono.empty()
                : hasOtherOwner(seen, now.userId())
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(LastOwner::new))
                        .then();
    }

    private Mono<Boolean> hasOtherOwner(SeenChat seen, UserId than) {
        return ledger.hasOtherOwner(seen.chat().id(), than);
    }
}
