package org.tertulia.user.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;

class ProfileRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ProfileRepository profiles = new ProfileRepository(postgres.databaseClient());

    @BeforeEach
    void connect() {
        postgres.truncate("profiles", "preferences");
        profiles = new ProfileRepository(postgres.databaseClient());
    }

    @Test
    void aProfileIsStoredOnce() {
        var profile = Profile.first(Profiling.account("ana", "Ana"));
        assertThat(profiles.insertIfAbsent(profile).block(PATIENCE)).isTrue();
        assertThat(profiles.insertIfAbsent(profile).block(PATIENCE)).isFalse();
        assertThat(profiles.find(profile.userId()).block(PATIENCE)).isEqualTo(profile);
        assertThat(profiles.lock(profile.userId()).block(PATIENCE)).isEqualTo(profile);
    }

    @Test
    void aProfileThatSeveralStoreAtOnceIsStoredOnce() {
        for (var i = 0; i < 200; i++) {
            var profile = Profile.first(Profiling.account("ana" + i, "Ana"));
            var stored =
                    Flux.range(0, 4)
                            .flatMap(_ -> profiles.insertIfAbsent(profile))
                            .filter(Boolean::booleanValue)
                            .count();
            assertThat(stored.block(PATIENCE)).isOne();
        }
    }

    @Test
    void aHandleIsNotGivenToAnother() {
        profiles.insertIfAbsent(Profile.first(Profiling.account("ana", "Ana"))).block(PATIENCE);
        var other = Profile.first(Profiling.account("ana", "Another"));
        assertThatThrownBy(() -> profiles.insertIfAbsent(other).block(PATIENCE))
                .hasMessageContaining("ana");
        assertThat(profiles.find(other.userId()).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void anUpdateIsReadBack() {
        var profile = Profile.first(Profiling.account("ana", "Ana"));
        profiles.insertIfAbsent(profile).block(PATIENCE);
        var changed =
                profile.saying(ProfileText.of("Ana María", "Hola"), Instant.EPOCH)
                        .picturedBy(new MediaId(UUID.randomUUID()), Instant.EPOCH);
        profiles.update(changed).block(PATIENCE);
        assertThat(profiles.find(profile.userId()).block(PATIENCE)).isEqualTo(changed);
        var without = changed.picturedBy(null, Instant.EPOCH);
        profiles.update(without).block(PATIENCE);
        assertThat(profiles.find(profile.userId()).block(PATIENCE)).isEqualTo(without);
    }

    @Test
    void thoseThatExistAreFound() {
        var profile = Profile.first(Profiling.account("ana", "Ana"));
        profiles.insertIfAbsent(profile).block(PATIENCE);
        var ids = List.of(new UserId(UUID.randomUUID()), profile.userId());
        assertThat(profiles.findAll(ids).collectList().block(PATIENCE)).containsExactly(profile);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"es, es", "en, en", "fr, -", "-, -"})
    void theLanguageOfTheAccountIsKeptWhenItIsSpokenHere(
            @Nullable String language, @Nullable String stored) {
        var person = new UserId(UUID.randomUUID());
        var preferences = new InitialPreferencesRepository(postgres.databaseClient());
        preferences.insertIfAbsent(person, language).block(PATIENCE);
        preferences.insertIfAbsent(person, "en").block(PATIENCE);
        var found =
                postgres.databaseClient()
                        .sql("select coalesce(language, '') || theme as p from preferences")
                        .map(row -> row.get("p", String.class))
                        .one()
                        .block(PATIENCE);
        assertThat(found).isEqualTo((stored == null ? "" : stored) + "system");
    }
}
