package org.tertulia.media.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.media.types.ContentType;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

class MediaRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final UserId ANA = new UserId(UUID.randomUUID());

    private MediaRepository files;

    @BeforeEach
    void begin() {
        postgres.truncate("media", "attachments");
        files = new MediaRepository(postgres.databaseClient());
    }

    @Test
    void aFileShouldBeStoredOnceAndReadAsItWas() {
        var file = picture();

        assertThat(files.insertIfAbsent(file).block(LIMIT)).isTrue();
        assertThat(files.insertIfAbsent(file).block(LIMIT)).isFalse();

        assertThat(find(file.id())).containsExactly(file);
    }

    @Test
    void whatWasFoundOutShouldBeReadBack() {
        var file = picture();
        files.insertIfAbsent(file).block(LIMIT);
        var seen =
                file.processed(
                        MediaState.READY,
                        new Media.Original("media/x/stripped", 900, 2, false),
                        new Appearance(640, 480, 1500L, "#aabbcc", List.of(0, 50, 100)),
                        List.of(
                                preview(file, Variant.SMALL, 320, 240),
                                preview(file, Variant.MEDIUM, 640, 480)));

        assertThat(files.update(seen).block(LIMIT)).isTrue();
        files.replacePreviews(seen.id(), List.of(preview(file, Variant.LARGE, 1, 1))).block(LIMIT);
        files.replacePreviews(seen.id(), seen.previews()).block(LIMIT);

        assertThat(find(file.id())).containsExactly(seen);
        assertThat(seen.preview(Variant.MEDIUM)).hasValue(seen.previews().getLast());
        assertThat(seen.preview(Variant.POSTER)).isEmpty();
    }

    @Test
    void whatIsNotKnownShouldBeReadAsNotKnown() {
        var file = picture();
        files.insertIfAbsent(file).block(LIMIT);
        var seen =
                file.processed(
                        MediaState.NO_PREVIEW, file.original(), Appearance.UNKNOWN, List.of());
        files.update(seen).block(LIMIT);

        assertThat(find(file.id())).containsExactly(seen);
    }

    @Test
    void aFileThatIsGoneShouldStayGone() {
        assertThat(files.update(picture()).block(LIMIT)).isFalse();
        assertThat(files.deleteUnused(picture().id()).block(LIMIT)).isNull();
    }

    @Test
    void onlyAFileThatNoMessageHasShouldBeDeleted() {
        var file = picture();
        var other = picture();
        files.insertIfAbsent(file).then(files.insertIfAbsent(other)).block(LIMIT);
        files.replacePreviews(file.id(), List.of(preview(file, Variant.SMALL, 1, 1))).block(LIMIT);
        attach(file);

        assertThat(files.deleteUnused(file.id()).block(LIMIT)).isNull();
        assertThat(find(file.id())).hasSize(1);

        postgres.databaseClient()
                .sql("update attachments set deleted_at = now()")
                .then()
                .block(LIMIT);
        assertThat(files.deleteUnused(file.id()).block(LIMIT)).isEqualTo(ANA);
        assertThat(find(file.id(), other.id())).containsExactly(other);
    }

    private List<Media> find(MediaId... ids) {
        return files.findAll(List.of(ids)).block(LIMIT);
    }

    private static Media picture() {
        var id = new MediaId(UUID.randomUUID());
        return Media.uploaded(
                id,
                ANA,
                "mañana.png",
                new ContentType(MediaKind.IMAGE, "image/png"),
                new Media.Original(Media.prefix(id) + "upload", 1000, 1, false),
                NOON);
    }

    private static Preview preview(Media file, Variant variant, int width, int height) {
        var key = Media.prefix(file.id()) + variant.text();
        return new Preview(variant, width, height, "image/jpeg", 10, key);
    }

    private void attach(Media file) {
        postgres.databaseClient()
                .sql("insert into attachments (media_id, chat_id, seq) values ($1, $2, 5)")
                .bind(0, file.id().value())
                .bind(1, UUID.randomUUID())
                .then()
                .block(LIMIT);
    }
}
