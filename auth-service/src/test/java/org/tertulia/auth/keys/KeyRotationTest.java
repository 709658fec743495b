package org.tertulia.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.auth.keys.KeyFixtures.AHEAD;
import static org.tertulia.auth.keys.KeyFixtures.PERIOD;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.test.MutableClock;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;

class KeyRotationTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int INSTANCES = 4;

    private final MutableClock clock = MutableClock.atNoon();

    @BeforeEach
    void noKeys() {
        postgres.truncate("signing_keys");
    }

    @Test
    void instancesThatStartAtOnceAgreeOnTheFirstKey() {
        var rings =
                Flux.range(0, INSTANCES)
                        .flatMap(_ -> instance(1).rotate(), INSTANCES)
                        .collectList()
                        .block(PATIENCE);

        assertThat(rings).hasSize(INSTANCES).allSatisfy(ring -> assertThat(ring.keys()).hasSize(1));
        assertThat(rings)
                .extracting(ring -> kids(ring).getFirst())
                .containsOnly(kids(rotate()).getFirst());
    }

    @Test
    void aKeyLivesThroughPublishedSigningAndRetired() {
        var first = kids(rotate());
        clock.advance(PERIOD.minus(AHEAD));
        var both = kids(rotate());
        assertThat(both).hasSize(2).startsWith(first.getFirst());
        assertThat(signing()).isEqualTo(first.getFirst());

        clock.advance(AHEAD);
        assertThat(signing()).isEqualTo(both.getLast());
        assertThat(kids(rotate())).isEqualTo(both);

        clock.advance(Duration.ofMinutes(7));
        assertThat(kids(rotate())).containsExactly(both.getLast());
    }

    @Test
    void instancesThatRotateAtOnceMakeOneNextKey() {
        rotate();
        clock.advance(PERIOD);

        Flux.range(0, INSTANCES).flatMap(_ -> instance(1).rotate(), INSTANCES).blockLast(PATIENCE);

        assertThat(kids(rotate())).hasSize(2);
    }

    @Test
    void privateKeysAreNotInTheDatabaseInClear() {
        rotate();

        var sealed =
                postgres.databaseClient()
                        .sql("select encode(sealed_jwk, 'escape') as text from signing_keys")
                        .map(row -> row.get("text", String.class))
                        .one()
                        .block(PATIENCE);

        assertThat(sealed).doesNotContain("kty", "P-256", "\"d\"");
    }

    @Test
    void anInstanceWithAnotherEncryptionKeySaysSoAndChangesNothing() {
        var before = kids(rotate());

        assertThatThrownBy(() -> instance(2).rotate().block(PATIENCE))
                .isInstanceOf(SigningKeysSealed.class);
        assertThat(kids(rotate())).isEqualTo(before);
    }

    @Test
    void theKeysKnownLastGoOnWhenTheDatabaseIsAway() {
        var keys = new SigningKeys(instance(1), clock);
        var kid = keys.signing().map(key -> key.getKeyID()).block(PATIENCE);
        postgres.truncate("signing_keys");

        assertThat(keys.signing().map(key -> key.getKeyID()).block(PATIENCE)).isEqualTo(kid);
        assertThat(keys.published().map(List::size).block(PATIENCE)).isEqualTo(1);
    }

    private KeyRing rotate() {
        return Objects.requireNonNull(instance(1).rotate().block(PATIENCE));
    }

    private String signing() {
        return rotate().signing(clock.instant()).orElseThrow().kid();
    }

    private KeyRotation instance(int encryptionByte) {
        var properties = KeyFixtures.properties(encryptionByte);
        var rows = new SigningKeyRepository(postgres.databaseClient(), new KeyCipher(properties));
        return new KeyRotation(rows, properties, postgres.transactions(), clock);
    }

    private static List<String> kids(KeyRing ring) {
        return ring.keys().stream().map(SigningKey::kid).toList();
    }
}
