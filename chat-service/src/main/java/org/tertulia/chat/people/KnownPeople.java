package org.tertulia.chat.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/**
 * Tells whether people exist: by the replica of user.events.v1, and for those it does not know yet by
 * asking the user service in the caller's name.
 */
@Component
public final class KnownPeople {

    private final PeopleRepository people;
    private final UserServiceClient users;

    KnownPeople(PeopleRepository people, UserServiceClient users) {
        this.people = people;
        this.users = users;
    }

    /**
     * Completes when all exist. Fails with validation-failed, naming the field of each who does not, or
     * with service-unavailable when somebody is not in the replica and the user service is away. Asks
     * another service: not to be called in a transaction.
     *
     * @param named the people, by the name of the field they were sent in
     */
    public Mono<Void> requireKnown(Map<String, UserId> named, CallerToken token) {
        return named.isEmpty()
                ? Mono.empty()
                : people.findKnown(named.values())
                        .flatMap(known -> missing(named.values(), known, token))
                        .doOnNext(unknown -> requireNone(named, unknown))
                        .then();
    }

    private Mono<Set<UserId>> missing(
            Collection<UserId> wanted, Set<UserId> known, CallerToken token) {
        var unknown = new ArrayList<>(wanted);
        unknown.removeAll(known);
        return unknown.isEmpty()
                ? Mono.just(Set.of())
                : users.findExisting(unknown, token)
                        .flatMap(found -> people.insert(found).thenReturn(found))
                        .map(found -> without(unknown, found));
    }

    private static Set<UserId> without(Collection<UserId> all, Set<UserId> found) {
        var rest = new HashSet<>(all);
        rest.removeAll(found);
        return rest;
    }

    private static void requireNone(Map<String, UserId> named, Set<UserId> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        var problem =
                new ProblemException(
                        ProblemTypes.VALIDATION_FAILED, "There are no such people here.");
        var refused = new LinkedHashMap<>(named);
        refused.values().retainAll(unknown);
        refused.forEach((field, id) -> problem.field(field, "there is no person " + id));
        throw problem;
    }
}
