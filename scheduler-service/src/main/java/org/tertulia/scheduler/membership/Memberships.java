package org.tertulia.scheduler.membership;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * Who is in which chat, and may do what there, as far as the chat service has told. It tells within moments; until then a
 * chat or a member that is new is not known, and one that is gone still is.
 */
@Component
public final class Memberships {

    private final MembershipRepository replica;

    Memberships(MembershipRepository replica) {
        this.replica = replica;
    }

    /**
     * Two people who may have a chat in common.
     *
     * @param one of them
     * @param other the other
     */
    public record Acquaintance(UserId one, UserId other) {}

    /**
     * Somebody who may be allowed to call all members of a chat.
     *
     * @param person who
     * @param chat where
     */
    public record Caller(UserId person, ChatId chat) {}

    /** Whether somebody is a member of a chat. */
    public Mono<Boolean> isPresent(ChatId chat, UserId person) {
        return replica.isPresent(chat, person);
    }

    /** Whether two people are members of one chat, whichever. */
    public Mono<Boolean> shareAChat(UserId one, UserId other) {
        var both = new Acquaintance(one, other);
        return acquainted(List.of(both)).map(found -> found.contains(both));
    }

    /** Those of these who are members of one chat, whichever. */
    public Mono<Set<Acquaintance>> acquainted(Collection<Acquaintance> asked) {
        return asked.isEmpty() ? Mono.just(Set.of()) : replica.acquainted(List.copyOf(asked));
    }

    /**
     * Whether somebody may call all members of a chat: any of them may, but in public chats only owners and administrators, as
     * for {@code @all} in a message.
     */
    public Mono<Boolean> mayCallEverybody(ChatId chat, UserId person) {
        var caller = new Caller(person, chat);
        return allowed(List.of(caller)).map(found -> found.contains(caller));
    }

    /** Those of these who may, as in {@link #mayCallEverybody}. */
    public Mono<Set<Caller>> allowed(Collection<Caller> asked) {
        return asked.isEmpty() ? Mono.just(Set.of()) : replica.allowed(List.copyOf(asked));
    }
}
