package org.tertulia.message.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

class PresenceChoiceRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.123Z");

    private final UserId ana = new UserId(UUID.randomUUID());
    private PresenceChoiceRepository repository;

    @BeforeEach
    void begin() {
        repository = new PresenceChoiceRepository(postgres.databaseClient());
    }

    @Test
    void whoNeverChoseAnythingShouldBeAtVersionZero() {
        assertThat(repository.find(ana).block(PATIENCE)).isEqualTo(PresenceChoice.none(ana));
    }

    @Test
    void eachChoiceShouldReplaceAllOfTheOneBefore() {
        var first = put(new PresenceChoice(ana, 0, true, "café", "☕", AT.plusSeconds(60)));
        assertThat(first)
                .isEqualTo(new PresenceChoice(ana, 1, true, "café", "☕", AT.plusSeconds(60)));
        assertThat(repository.find(ana).block(PATIENCE)).isEqualTo(first);
        var second = put(new PresenceChoice(ana, 0, false, null, null, null));

        assertThat(second).isEqualTo(new PresenceChoice(ana, 2, false, null, null, null));
        assertThat(repository.find(ana).block(PATIENCE)).isEqualTo(second);
    }

    private PresenceChoice put(PresenceChoice choice) {
        return repository.put(choice, AT).block(PATIENCE);
    }
}
