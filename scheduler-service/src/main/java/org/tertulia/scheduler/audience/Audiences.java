package org.tertulia.scheduler.audience;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tertulia.scheduler.membership.Memberships;
import org.tertulia.scheduler.membership.Memberships.Acquaintance;
import org.tertulia.scheduler.membership.Memberships.Caller;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * Who may remind whom: anybody themselves, somebody with whom they share a chat, and the members of a chat in which they may
 * call everybody.
 */
@Component
public final class Audiences {

    private final Memberships memberships;

    Audiences(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * Somebody who wants to remind somebody.
     *
     * @param owner who wants to
     * @param audience whom
     */
    public record Addressing(UserId owner, Audience audience) {}

    /** Completes when that is allowed. Fails with {@link AudienceRefused} when not. */
    public Mono<Void> require(UserId owner, Audience audience) {
        return refused(List.of(new Addressing(owner, audience)))
                .filter(Set::isEmpty)
                .switchIfEmpty(Mono.error(() -> new AudienceRefused(audience)))
                .then();
    }

    /** Those of these that are not allowed now. */
    public Mono<Set<Addressing>> refused(Collection<Addressing> asked) {
        var people = asked.stream().filter(it -> it.audience() instanceof Audience.Person).toList();
        var chats = asked.stream().filter(it -> it.audience() instanceof Audience.Chat).toList();
        return memberships
                .acquainted(people.stream().map(Audiences::acquaintance).toList())
                .zipWhen(_ -> memberships.allowed(chats.stream().map(Audiences::caller).toList()))
                .map(
                        allowed ->
                                asked.stream()
                                        .filter(
                                                it ->
                                                        !isAllowed(
                                                                it,
                                                                allowed.getT1(),
                                                                allowed.getT2()))
                                        .collect(toSet()));
    }

    private static boolean isAllowed(
            Addressing asked, Set<Acquaintance> acquainted, Set<Caller> callers) {
        return switch (asked.audience()) {
            case Audience.Self _ -> true;
            case Audience.Person _ -> acquainted.contains(acquaintance(asked));
            case Audience.Chat _ -> callers.contains(caller(asked));
        };
    }

    private static Acquaintance acquaintance(Addressing asked) {
        return new Acquaintance(asked.owner(), ((Audience.Person) asked.audience()).user());
    }

    private static Caller caller(Addressing asked) {
        return new Caller(asked.owner(), ((Audience.Chat) asked.audience()).chat());
    }
}
