package org.tertulia.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.test.MutableClock;
import org.tertulia.test.PostgresExtension;
import org.tertulia.test.S3Extension;
import reactor.core.publisher.Mono;

class GarbageTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    @RegisterExtension static final S3Extension s3 = S3Extension.empty();

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final MutableClock clock = MutableClock.atNoon();
    private TestStore store;
    private Garbage garbage;

    @BeforeEach
    void begin() {
        postgres.truncate("garbage");
        store = TestStore.of(s3.bucket());
        garbage = store.garbage(postgres.databaseClient(), clock);
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void whatIsNotedShouldBeTakenOutAndNothingElse() {
        put("media/1/upload");
        put("media/1/small");
        put("media/11/upload");
        garbage.add("media/1/").block(LIMIT);

        assertThat(garbage.collect(10).block(LIMIT)).isEqualTo(1);

        assertThat(isThere("media/1/upload")).isFalse();
        assertThat(isThere("media/1/small")).isFalse();
        assertThat(isThere("media/11/upload")).isTrue();
        assertThat(garbage.collect(10).block(LIMIT)).isZero();
    }

    @Test
    void theOldestShouldGoFirst() {
        garbage.add("media/2/").block(LIMIT);
        clock.advance(Duration.ofMinutes(1));
        garbage.add("media/1/").block(LIMIT);
        put("media/1/upload");
        put("media/2/upload");

        assertThat(garbage.collect(1).block(LIMIT)).isEqualTo(1);

        assertThat(isThere("media/2/upload")).isFalse();
        assertThat(isThere("media/1/upload")).isTrue();
    }

    @Test
    void partsThatNeverBecameAnObjectShouldBeForgotten() {
        var id = store.objects().beginParts("media/3/upload").block(LIMIT);
        var content = Mono.just(List.of(ByteBuffer.allocate(5 << 20)));
        var tag = store.objects().writePart("media/3/upload", id, 1, content).block(LIMIT);
        garbage.add("media/3/", "media/3/upload", id).block(LIMIT);

        assertThat(garbage.collect(10).block(LIMIT)).isEqualTo(1);

        var completed = store.objects().completeParts("media/3/upload", id, List.of(tag));
        assertThat(completed.thenReturn(true).onErrorReturn(false).block(LIMIT)).isFalse();
    }

    @Test
    void aSecondNoteShouldNotForgetWhatTheFirstSaid() {
        garbage.add("media/4/", "media/4/upload", "some-id").block(LIMIT);
        garbage.add("media/4/").block(LIMIT);

        var found = new GarbageRepository(postgres.databaseClient()).findOldest(10);
        assertThat(found.collectList().block(LIMIT))
                .containsExactly(
                        new GarbageRepository.Found("media/4/", "media/4/upload", "some-id"));
    }

    @Test
    void whatCanNotBeTakenOutNowShouldStayNoted() {
        put("media/5/upload");
        garbage.add("media/5/").block(LIMIT);
        try (var stranger = TestStore.with(s3.bucket(), "guessed")) {
            var refused = stranger.garbage(postgres.databaseClient(), clock);
            assertThat(refused.collect(10).block(LIMIT)).isZero();
        }

        assertThat(isThere("media/5/upload")).isTrue();
        assertThat(garbage.collect(10).block(LIMIT)).isEqualTo(1);
        assertThat(isThere("media/5/upload")).isFalse();
    }

    private void put(String key) {
        store.objects().put(key, Mono.just(List.of(ByteBuffer.allocate(1)))).block(LIMIT);
    }

    private boolean isThere(String key) {
        return store.objects().length(key).block(LIMIT) != null;
    }
}
