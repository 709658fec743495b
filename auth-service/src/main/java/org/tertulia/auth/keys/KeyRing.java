package org.tertulia.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All keys there are at one moment, and what each is for. The times in the database alone decide, so
 * instances that read the same rows at the same time agree.
 *
 * @param keys ordered by the time they sign from, first to last
 */
record KeyRing(List<SigningKey> keys) {

    /** Sorts, and keeps its own copy. */
    KeyRing {
        var sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparing(SigningKey::signsFrom));
        keys = List.copyOf(sorted);
    }

    /**
     * The latest key whose time has come or, when this machine's clock is behind that of the one that
     * made the very first key, that key; empty when there is none at all.
     */
    Optional<SigningKey> signing(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .or(() -> keys.stream().findFirst());
    }

    /**
     * When the key after the last one is to begin, if it is time to make it: at once for the very first
     * one, otherwise a rotation period after the last one, and never before everybody had {@code
     * publishAhead} to fetch it.
     */
    Optional<Instant> nextSignsFrom(Instant now, Duration rotationPeriod, Duration publishAhead) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        var due = keys.getLast().signsFrom().plus(rotationPeriod);
        var soonest = now.plus(publishAhead);
        return due.isAfter(soonest) ? Optional.empty() : Optional.of(soonest);
    }

    /** Keys that another one took over from longer than {@code retention} ago: all they signed has expired. */
    List<SigningKey> retired(Instant now, Duration retention) {
        var retired = new ArrayList<SigningKey>();
        for (int i = 0; i + 1 < keys.size(); i++) {
            var successor = keys.get(i + 1);
            if (successor.signsFrom().plus(retention).isBefore(now)) {
                retired.add(keys.get(i));
            }
        }
        return List.copyOf(retired);
    }

    /** The public halves of all keys, those that do not sign yet or no more included. */
    List<ECKey> published() {
        return keys.stream().map(key -> key.jwk().toPublicJWK()).toList();
    }
}
