package org.tertulia.message.presence;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tertulia.starter.id.UserId;

/**
 * What people have chosen, of those who are connected or were heard of lately; the database has it of all.
 * Not safe for use by many threads.
 */
final class PresenceChoices {

    private record Heard(PresenceChoice choice, Instant at) {}

    private final Map<UserId, Heard> kept = new HashMap<>();

    /** What the person has chosen, as far as it has not ended. */
    PresenceChoice of(UserId person) {
        var heard = kept.get(person);
        return heard == null ? PresenceChoice.none(person) : heard.choice();
    }

    /** Takes note of a choice; false when this one or a later one is known. */
    boolean hear(PresenceChoice choice, Instant now) {
        if (choice.version() <= of(choice.userId()).version()) {
            return false;
        }
        kept.put(choice.userId(), new Heard(choice.at(now), now));
        return true;
    }

    /** Ends those whose time has passed; whose they were. */
    Set<UserId> end(Instant now) {
        var ended = new HashSet<UserId>();
        kept.replaceAll(
                (person, heard) -> {
                    if (!heard.choice().isOver(now)) {
                        return heard;
                    }
                    ended.add(person);
                    return new Heard(heard.choice().at(now), heard.at());
                });
        return ended;
    }

    /** Forgets those of people who are gone and were heard of last before {@code since}. */
    void forget(Predicate<UserId> gone, Instant since) {
        kept.entrySet()
                .removeIf(
                        heard ->
                                heard.getValue().at().isBefore(since) && gone.test(heard.getKey()));
    }
}
