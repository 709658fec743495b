package org.tertulia.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.media.uploads.UploadFixtures.ANA;
import static org.tertulia.media.uploads.UploadFixtures.NOON;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.media.uploads.SpaceRepository.Space;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class SpaceRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private SpaceRepository spaces;
    private UploadRepository uploads;

    @BeforeEach
    void begin() {
        postgres.truncate("uploads", "media");
        spaces = new SpaceRepository(postgres.databaseClient());
        uploads = new UploadRepository(postgres.databaseClient());
    }

    @Test
    void whoHasNothingShouldTakeNoRoom() {
        assertThat(spaces.find(ANA).block(LIMIT)).isEqualTo(new Space(0, 0));
    }

    @Test
    void filesAndOpenUploadsShouldTakeRoomAndWhatIsOverShouldNot() {
        file(ANA, "ready", 1_000);
        file(ANA, "refused", 500);
        file(new UserId(UUID.randomUUID()), "ready", 3);
        open(ANA, 20);
        open(ANA, 30);
        open(new UserId(UUID.randomUUID()), 7);
        var done = open(ANA, 40);
        uploads.setState(done.id(), UploadState.COMPLETED).block(LIMIT);

        assertThat(spaces.find(ANA).block(LIMIT)).isEqualTo(new Space(1_050, 2));
    }

    @Test
    void whoLocksFirstShouldMakeTheSamePersonWaitAndNobodyElse() {
        var first = new UserId(UUID.randomUUID());
        postgres.transactions()
                .transactional(
                        spaces.lock(first)
                                .then(
                                        Mono.fromCallable(
                                                        () ->
                                                                lock(ANA).block(LIMIT)
                                                                        && isLocked(first))
                                                .subscribeOn(Schedulers.boundedElastic())))
                .as(StepVerifier::create)
                .expectNext(true)
                .expectComplete()
                .verify(LIMIT);

        assertThat(lock(first).block(LIMIT)).isTrue();
    }

    private Mono<Boolean> lock(UserId person) {
        return postgres.transactions().transactional(spaces.lock(person).thenReturn(true));
    }

    /** Whether nobody else gets it for a while; true for certain when somebody has it. */
    private boolean isLocked(UserId person) {
        return lock(person)
                .map(_ -> false)
                .timeout(Duration.ofMillis(500), Mono.just(true))
                .block(LIMIT);
    }

    private Upload open(UserId owner, long bytes) {
        var upload = UploadFixtures.upload(owner, bytes);
        uploads.insert(upload, NOON).block(LIMIT);
        return upload;
    }

    private void file(UserId owner, String state, long bytes) {
        postgres.databaseClient()
                .sql(
                        """
                        insert into media (media_id, owner_id, kind, state, name, content_type, bytes,
                                           object_key, revision, keep_original, created_at)
                        values (gen_random_uuid(), $1, 'image', $2, 'x', 'image/png', $3, 'x', 1, false, now())
                        """)
                .bind(0, owner.value())
                .bind(1, state)
                .bind(2, bytes)
                .then()
                .block(LIMIT);
    }
}
