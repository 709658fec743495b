package org.tertulia.message.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

class PresenceRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UserId ana = new UserId(UUID.randomUUID());
    private final UserId bruno = new UserId(UUID.randomUUID());
    private final UserId carla = new UserId(UUID.randomUUID());
    private PresenceRepository repository;
    private ChatRows chats;

    @BeforeEach
    void begin() {
        repository = new PresenceRepository(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
    }

    @Test
    void onlyWhoSharesAChatShouldWatch() {
        chats.group(ana.value(), bruno.value());
        chats.group(bruno.value(), ana.value());
        chats.group(carla.value());

        assertThat(
                        repository
                                .pairs(List.of(ana), List.of(ana, bruno, carla), 10, 100)
                                .block(PATIENCE))
                .containsExactly(new PresenceRepository.Pair(bruno, ana));
        assertThat(repository.contacts(ana, 10, 100).block(PATIENCE)).containsExactly(bruno);
    }

    @Test
    void aVeryLargeChatShouldNotCount() {
        chats.group(ana.value(), bruno.value(), carla.value());

        assertThat(repository.pairs(List.of(ana), List.of(bruno), 2, 100).block(PATIENCE))
                .isEmpty();
        assertThat(repository.contacts(ana, 2, 100).block(PATIENCE)).isEmpty();
        assertThat(repository.contacts(ana, 3, 1).block(PATIENCE)).hasSize(1);
    }
}
