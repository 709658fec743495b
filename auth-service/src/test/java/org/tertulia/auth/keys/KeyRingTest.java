package org.tertulia.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.auth.keys.KeyFixtures.AHEAD;
import static org.tertulia.auth.keys.KeyFixtures.PERIOD;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration RETENTION = Duration.ofMinutes(6);

    private final SigningKey old = key("old", NOW.minus(PERIOD));
    private final SigningKey current = key("current", NOW);
    private final SigningKey next = key("next", NOW.plus(PERIOD));
    private final KeyRing ring = new KeyRing(List.of(next, old, current));

    @Test
    void theLatestKeyWhoseTimeHasComeSigns() {
        assertThat(ring.signing(NOW.minusMillis(1))).contains(old);
        assertThat(ring.signing(NOW)).contains(current);
        assertThat(ring.signing(NOW.plus(PERIOD).minusMillis(1))).contains(current);
        assertThat(ring.signing(NOW.plus(PERIOD))).contains(next);
    }

    @Test
    void theFirstKeySignsEvenWhereTheClockIsBehind() {
        assertThat(new KeyRing(List.of(current)).signing(NOW.minusSeconds(2))).contains(current);
        assertThat(new KeyRing(List.of()).signing(NOW)).isEmpty();
    }

    @Test
    void theFirstKeyIsDueAtOnce() {
        assertThat(new KeyRing(List.of()).nextSignsFrom(NOW, PERIOD, AHEAD)).contains(NOW);
    }

    @Test
    void theNextKeyIsPublishedAheadOfItsTime() {
        var one = new KeyRing(List.of(current));
        var due = NOW.plus(PERIOD).minus(AHEAD);

        assertThat(one.nextSignsFrom(due.minusSeconds(1), PERIOD, AHEAD)).isEmpty();
        assertThat(one.nextSignsFrom(due, PERIOD, AHEAD)).contains(NOW.plus(PERIOD));
    }

    @Test
    void anOverdueKeyIsStillPublishedAhead() {
        var late = NOW.plus(PERIOD).plus(PERIOD);

        assertThat(new KeyRing(List.of(current)).nextSignsFrom(late, PERIOD, AHEAD))
                .contains(late.plus(AHEAD));
    }

    @Test
    void noThirdKeyIsMadeWhileOneWaits() {
        assertThat(ring.nextSignsFrom(NOW, PERIOD, AHEAD)).isEmpty();
    }

    @Test
    void aKeyIsRetiredWhenAllItSignedHasExpired() {
        assertThat(ring.retired(NOW.plus(RETENTION), RETENTION)).isEmpty();
        assertThat(ring.retired(NOW.plus(RETENTION).plusMillis(1), RETENTION)).containsExactly(old);
    }

    @Test
    void theLastKeyIsNeverRetired() {
        assertThat(
                        new KeyRing(List.of(current))
                                .retired(NOW.plus(Duration.ofDays(3650)), RETENTION))
                .isEmpty();
    }

    @Test
    void allKeysArePublishedAndNothingSecretIs() {
        var published = ring.published();

        assertThat(published).extracting(ECKey::getKeyID).containsExactly("old", "current", "next");
        assertThat(published).noneMatch(ECKey::isPrivate);
    }

    private static SigningKey key(String kid, Instant signsFrom) {
        return new SigningKey(KeyFixtures.key(kid), signsFrom);
    }
}
