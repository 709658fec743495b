package org.tertulia.chat.creation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.chat.ledger.Chat;
import org.tertulia.chat.ledger.ChatChange.Opened;
import org.tertulia.chat.ledger.ChatLedger;
import org.tertulia.chat.ledger.ChatMember;
import org.tertulia.chat.ledger.ChatReading;
import org.tertulia.chat.ledger.ChatText;
import org.tertulia.chat.ledger.SeenChat;
import org.tertulia.chat.people.KnownPeople;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** Begins chats. Two people have one private chat, however often and from either side it is begun. */
@Component
final class ChatCreation {

    /** How often a private chat may be deleted under our hands before we give up. Guessed. */
    private static final int ATTEMPTS = 3;

    private final KnownPeople people;
    private final ChatLedger ledger;
    private final ChatReading reading;
    private final OnceOnly onceOnly;
    private final TransactionalOperator transactions;
    private final IdGenerator ids;
    private final Clock clock;

    ChatCreation(
            KnownPeople people,
            ChatLedger ledger,
            ChatReading reading,
            OnceOnly onceOnly,
            TransactionalOperator transactions,
            IdGenerator ids,
            Clock clock) {
        this.people = people;
        this.ledger = ledger;
        this.reading = reading;
        this.onceOnly = onceOnly;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Fails with validation-failed for people there are not or a private chat with oneself, and, when
     * there is a key, as {@link OnceOnly#run} does.
     */
    Mono<Creation> create(
            Actor actor, CallerToken token, CreateChat command, @Nullable IdempotencyKey key) {
        return people.requireKnown(others(actor, command), token)
                .then(Mono.defer(() -> once(actor, command, key).as(transactions::transactional)));
    }

    private static Map<String, UserId> others(Actor actor, CreateChat command) {
        var others = new TreeMap<>(command.named());
        others.values().removeIf(actor.userId()::equals);
        return others;
    }

    private Mono<Creation> once(Actor actor, CreateChat command, @Nullable IdempotencyKey key) {
        var creation = Mono.defer(() -> creation(actor.userId(), command));
        return key == null ? creation : onceOnly.run(actor.userId(), key, command, creation);
    }

    private Mono<Creation> creation(UserId me, CreateChat command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (command) {
            case CreateChat.Public(var text) ->
                    created(opened(me, ChatKind.PUBLIC, text, owner(me, now)));
            case CreateChat.Group(var text, var memberIds) ->
                    created(opened(me, ChatKind.GROUP, text, group(me, memberIds, now)));
            case CreateChat.Private(var other) when other.equals(me) ->
                    Mono.error(ChatCreation::alone);
            case CreateChat.Private(var other) -> createdOrExisting(me, other, now);
        };
    }

    private Mono<Creation> createdOrExisting(UserId me, UserId other, Instant now) {
        var pair =
                List.of(
                        new ChatMember(me, ChatRole.MEMBER, now),
                        new ChatMember(other, ChatRole.MEMBER, now));
        var existing =
                ledger.privateChat(me, other)
                        .flatMap(reading::view)
                        .<Creation>map(Creation.Existing::new);
        return Mono.defer(() -> created(opened(me, ChatKind.PRIVATE, null, pair)))
                .switchIfEmpty(existing)
                .repeatWhenEmpty(ATTEMPTS, Function.identity());
    }

    private Mono<Creation> created(Opened opened) {
        return ledger.open(opened)
                .map(chat -> new SeenChat(chat, opened.members().getFirst().role()))
                .flatMap(reading::view)
                .map(Creation.Created::new);
    }

    private Opened opened(
            UserId me, ChatKind kind, @Nullable ChatText text, List<ChatMember> members) {
        var now = members.getFirst().joinedAt();
        var chat =
                new Chat(
                        new ChatId(ids.next()),
                        kind,
                        text == null ? null : text.title(),
                        text == null ? "" : text.description(),
                        null,
                        kind.receiptsByDefault(),
                        me,
                        now,
                        1,
                        members.size());
        return new Opened(chat, members, me, now);
    }

    private static List<ChatMember> owner(UserId me, Instant now) {
        return List.of(new ChatMember(me, ChatRole.OWNER, now));
    }

    private static List<ChatMember> group(UserId me, List<UserId> others, Instant now) {
        var rest =
                others.stream()
                        .distinct()
                        .filter(id -> !id.equals(me))
                        .map(id -> new ChatMember(id, ChatRole.MEMBER, now));
        return Stream.concat(owner(me, now).stream(), rest).toList();
    }

    private static ProblemException alone() {
        return new ProblemException(
                        ProblemTypes.VALIDATION_FAILED, "A private chat is for two people.")
                .field("userId", "must be somebody else");
    }
}
