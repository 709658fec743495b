package org.tertulia.message.markers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.message.timeline.Marker;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class ReadMarkerRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private ReadMarkerRepository repository;
    private ChatRows chats;
    private UUID chat;

    @BeforeEach
    void begin() {
        repository = new ReadMarkerRepository(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
        chat = chats.group(ana, bruno);
        for (int i = 0; i < 9; i++) {
            chats.say(chat, bruno, "m" + i);
        }
    }

    @Test
    void aMarkerShouldMoveForwardOnlyAndToTheEndAtMost() {
        assertThat(move(4, null)).isEqualTo(new Marker(0, 4));
        assertThat(move(2, null)).isEqualTo(new Marker(0, 4));
        assertThat(move(6, 0)).isEqualTo(new Marker(0, 6));
        assertThat(move(99, null)).isEqualTo(new Marker(0, 9));
    }

    @Test
    void markingAsUnreadShouldBeginAGeneration() {
        move(9, null);

        assertThat(unread(5)).isEqualTo(new Marker(1, 4));
        assertThat(unread(5)).isEqualTo(new Marker(2, 4));
        assertThat(unread(1)).isEqualTo(new Marker(3, 0));
        assertThat(unread(99)).isEqualTo(new Marker(4, 9));
    }

    @Test
    void anOldDeviceShouldUndoNothing() {
        move(9, 0);
        unread(5);

        assertThat(move(9, 0)).isEqualTo(new Marker(1, 4));
        assertThat(move(6, 1)).isEqualTo(new Marker(1, 6));
        assertThat(move(5, 1)).isEqualTo(new Marker(1, 6));
    }

    @Test
    void aGenerationThatHasNotBegunShouldChangeNothing() {
        move(3, null);

        assertThat(move(9, 1)).isEqualTo(new Marker(0, 3));
    }

    @Test
    void whoeverDoesNotKnowOfGenerationsShouldMeanThePresentOne() {
        unread(5);

        assertThat(move(7, null)).isEqualTo(new Marker(1, 7));
    }

    @Test
    void whatIsUnreadShouldBeTold() {
        chats.run(
                "INSERT INTO mentions SELECT $1, '%s', n FROM unnest(ARRAY[3, 8]) n".formatted(ana),
                chat);

        assertThat(repository.moveTo(new ChatId(chat), new UserId(ana), 4, null).block(PATIENCE))
                .isEqualTo(new ReadMarker(new ChatId(chat), 0, 4, 5, 1));
        assertThat(repository.markUnread(new ChatId(chat), new UserId(ana), 2).block(PATIENCE))
                .isEqualTo(new ReadMarker(new ChatId(chat), 1, 1, 8, 2));
    }

    @Test
    void whoIsNotAMemberShouldHaveNoMarker() {
        var stranger = new UserId(UUID.randomUUID());
        assertThat(repository.moveTo(new ChatId(chat), stranger, 4, null).block(PATIENCE)).isNull();
        assertThat(repository.markUnread(new ChatId(chat), stranger, 4).block(PATIENCE)).isNull();
        chats.run("UPDATE chats SET deleted = true WHERE chat_id = $1", chat);
        assertThat(repository.moveTo(new ChatId(chat), new UserId(ana), 4, null).block(PATIENCE))
                .isNull();
    }

    @Test
    void devicesThatSpeakAtOnceShouldEndAtTheGreatestMarker() {
        Flux.range(1, 40)
                .flatMap(
                        i ->
                                (i == 20
                                                ? repository.markUnread(
                                                        new ChatId(chat), new UserId(ana), 3)
                                                : repository.moveTo(
                                                        new ChatId(chat),
                                                        new UserId(ana),
                                                        i % 10,
                                                        0))
                                        .subscribeOn(Schedulers.parallel()),
                        10)
                .blockLast(PATIENCE);

        assertThat(move(0, null)).isEqualTo(new Marker(1, 2));
    }

    private Marker move(long seq, @Nullable Integer generation) {
        return repository
                .moveTo(new ChatId(chat), new UserId(ana), seq, generation)
                .block(PATIENCE)
                .marker();
    }

    private Marker unread(long seq) {
        return repository
                .markUnread(new ChatId(chat), new UserId(ana), seq)
                .block(PATIENCE)
                .marker();
    }
}
