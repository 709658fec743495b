package org.tertulia.scheduler.membership;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import reactor.core.publisher.Mono;

/** Applies the chat service's events, each once: of a version that the replica has, or is past, nothing changes. */
@Component
final class MembershipReplica {

    private final MembershipRepository repository;
    private final TransactionalOperator transactions;

    MembershipReplica(MembershipRepository repository, TransactionalOperator transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    /** Whether an event says anything of who is where. */
    static boolean concerns(ChatEvent event) {
        return switch (event) {
            case ChatCreated _,
                    MemberAdded _,
                    MemberRemoved _,
                    MemberRoleChanged _,
                    ChatDeleted _ ->
                    true;
            case ChatChanged _, EmojiAdded _, EmojiRemoved _ -> false;
        };
    }

    /** Completes after the commit; events of one chat are to be applied one after the other. */
    Mono<Void> apply(ChatEvent event) {
        return repository
                .advance(event.chatId(), kind(event), event.version())
                .filter(isNews -> isNews)
                .flatMap(_ -> change(event))
                .as(transactions::transactional);
    }

    private static @Nullable String kind(ChatEvent event) {
        return event instanceof ChatCreated created ? lowerCase(created.kind()) : null;
    }

    private Mono<Void> change(ChatEvent event) {
        return switch (event) {
            case ChatCreated e -> open(e);
            case MemberAdded e -> put(e.chatId(), e.userId(), e.role());
            case MemberRemoved e -> repository.remove(e.chatId(), e.userId());
            case MemberRoleChanged e ->
                    repository.setRole(e.chatId(), e.userId(), lowerCase(e.role()));
            case ChatDeleted e -> repository.removeAll(e.chatId());
            case ChatChanged _, EmojiAdded _, EmojiRemoved _ -> Mono.empty();
        };
    }

    private Mono<Void> open(ChatCreated event) {
        var members = event.members();
        return repository.put(
                event.chatId(),
                members.stream().map(InitialMember::userId).toArray(UUID[]::new),
                members.stream().map(member -> lowerCase(member.role())).toArray(String[]::new));
    }

    private Mono<Void> put(UUID chat, UUID person, ChatRole role) {
        return repository.put(chat, new UUID[] {person}, new String[] {lowerCase(role)});
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
