package org.tertulia.notification.listening;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tertulia.notification.decisions.Decision;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.notification.decisions.Occasion;
import org.tertulia.notification.decisions.Occasion.Joined;
import org.tertulia.notification.decisions.Occasion.Reacted;
import org.tertulia.notification.decisions.Occasion.Reminded;
import org.tertulia.notification.decisions.Occasion.Said;
import org.tertulia.notification.decisions.Standing;
import org.tertulia.notification.inbox.Inbox;
import org.tertulia.notification.inbox.Telling;
import org.tertulia.notification.replica.Place;
import org.tertulia.notification.replica.Replica;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells the members of a chat of an occasion, those whom {@link Decision} names. It looks at how they stand to the chat with
 * their inboxes locked, so of a message and a marker past it one comes first.
 */
@Component
final class Announcing {

    private final Replica replica;
    private final Inbox inbox;
    private final Rounds rounds;

    Announcing(Replica replica, Inbox inbox, Rounds rounds) {
        this.replica = replica;
        this.inbox = inbox;
        this.rounds = rounds;
    }

    /** What a person is told, who is told for this reason. */
    @FunctionalInterface
    interface Wording {
        Telling of(NotificationKind kind, Standing person);
    }

    /**
     * Tells everybody who is to be told.
     *
     * @param lookups what leads to the alerts that may wait for it
     */
    Mono<Void> tell(Place place, Occasion occasion, List<String> lookups, Wording wording) {
        return rounds.all(
                people(place, occasion, lookups),
                some ->
                        replica.standings(place, some, lookups)
                                .flatMap(standings -> tell(standings, occasion, wording)));
    }

    private Mono<Void> tell(List<Standing> standings, Occasion occasion, Wording wording) {
        return Flux.fromIterable(standings)
                .concatMap(standing -> tell(standing, occasion, wording))
                .then();
    }

    private Mono<Void> tell(Standing standing, Occasion occasion, Wording wording) {
        return Mono.justOrEmpty(Decision.of(occasion, standing))
                .flatMap(kind -> inbox.tell(standing.person(), wording.of(kind, standing)));
    }

    /** Those who may have to be told: all members, or those whom it is meant for and those who wait for it. */
    private Rounds.People people(Place place, Occasion occasion, List<String> lookups) {
        return switch (occasion) {
            case Said said when said.everyone() || place.privateChat() ->
                    after -> replica.members(place.chat(), after, Rounds.PEOPLE);
            case Said said -> {
                var meant = union(said.called(), said.answered());
                yield after ->
                        replica.listeners(place.chat(), meant, lookups, after, Rounds.PEOPLE);
            }
            case Reacted reacted -> concerned(place, Set.of(reacted.author()));
            case Joined joined -> concerned(place, joined.added());
            case Reminded _ -> after -> replica.members(place.chat(), after, Rounds.PEOPLE);
        };
    }

    private Rounds.People concerned(Place place, Set<UserId> people) {
        return after -> replica.concerned(place.chat(), people, after, Rounds.PEOPLE);
    }

    private static Set<UserId> union(Set<UserId> one, Set<UserId> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
