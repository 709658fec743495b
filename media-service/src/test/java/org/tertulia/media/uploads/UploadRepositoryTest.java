package org.tertulia.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.media.uploads.UploadFixtures.NOON;
import static org.tertulia.media.uploads.UploadFixtures.PART;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.media.uploads.Upload.Piece;
import org.tertulia.test.PostgresExtension;

class UploadRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private UploadRepository uploads;

    @BeforeEach
    void begin() {
        postgres.truncate("uploads");
        uploads = new UploadRepository(postgres.databaseClient());
    }

    @Test
    void anUploadShouldBeReadAsItWasStored() {
        var upload = stored(UploadFixtures.named("año.txt", true));

        assertThat(find(upload)).isEqualTo(upload);
    }

    @Test
    void whatIsDurableShouldBeReadAsItWasSaved() {
        var upload = stored(UploadFixtures.upload(3L * PART));
        var token = lease(upload, LEASE);
        var later =
                upload.withMultipart("multi")
                        .withPart("\"one\"")
                        .withPiece(new Piece("uploads/x/0", 5))
                        .withPiece(new Piece("uploads/x/5", 7))
                        .until(NOON.plus(Duration.ofDays(3)));

        assertThat(uploads.save(later, token).block(LIMIT)).isTrue();

        assertThat(find(upload)).isEqualTo(later);
    }

    @Test
    void aLeaseShouldBeOnePersonsUntilItIsGivenBack() {
        var upload = stored(UploadFixtures.upload(10));
        var token = lease(upload, LEASE);

        assertThat(lease(upload, LEASE)).isNull();
        uploads.release(upload.id(), UUID.randomUUID()).block(LIMIT);
        assertThat(lease(upload, LEASE)).isNull();
        uploads.release(upload.id(), token).block(LIMIT);
        assertThat(lease(upload, LEASE)).isNotNull();
    }

    @Test
    void aLeaseThatRanOutShouldBeAnothersAndChangeNothingAnyMore() {
        var upload = stored(UploadFixtures.upload(10));
        var late = lease(upload, Duration.ofMillis(-1));
        var token = lease(upload, LEASE);

        assertThat(token).isNotNull();
        assertThat(uploads.renew(upload.id(), late, LEASE).block(LIMIT)).isFalse();
        assertThat(uploads.save(upload.withPart("late"), late).block(LIMIT)).isFalse();
        assertThat(uploads.renew(upload.id(), token, LEASE).block(LIMIT)).isTrue();
        assertThat(find(upload).received()).isZero();
    }

    @Test
    void aLeaseThatRanOutShouldStayItsOwnersWhileNobodyTookIt() {
        var upload = stored(UploadFixtures.upload(10));
        var token = lease(upload, Duration.ofMillis(-1));

        assertThat(uploads.renew(upload.id(), token, LEASE).block(LIMIT)).isTrue();
        assertThat(lease(upload, LEASE)).isNull();
    }

    @Test
    void anUploadShouldEndOnce() {
        var upload = stored(UploadFixtures.upload(10));

        assertThat(uploads.setState(upload.id(), UploadState.COMPLETED).block(LIMIT)).isTrue();
        assertThat(uploads.setState(upload.id(), UploadState.GONE).block(LIMIT)).isFalse();
        assertThat(find(upload).state()).isEqualTo(UploadState.COMPLETED);
    }

    @Test
    void thoseLeftOverShouldBeTheWholeOnesAndThoseWhoseTimeIsUp() {
        var going = stored(UploadFixtures.upload(10));
        var expired = stored(UploadFixtures.upload(10).until(NOON.minusSeconds(1)));
        var whole = whole(stored(UploadFixtures.upload(10)));
        var leased = whole(stored(UploadFixtures.upload(10)));
        lease(leased, LEASE);
        var done = whole(stored(UploadFixtures.upload(10)));
        uploads.setState(done.id(), UploadState.COMPLETED).block(LIMIT);

        assertThat(leftOver(10)).containsExactly(expired.id().value(), whole.id().value());
        assertThat(leftOver(1)).containsExactly(expired.id().value());
        assertThat(find(going)).isEqualTo(going);
    }

    @Test
    void onlyWhatLongEndedShouldBeForgotten() {
        var open = stored(UploadFixtures.upload(10).until(NOON.minusSeconds(1)));
        var gone = stored(UploadFixtures.upload(10).until(NOON.minusSeconds(1)));
        uploads.setState(gone.id(), UploadState.GONE).block(LIMIT);
        var lately = stored(UploadFixtures.upload(10).until(NOON.plusSeconds(1)));
        uploads.setState(lately.id(), UploadState.GONE).block(LIMIT);

        assertThat(uploads.deleteFinished(NOON).block(LIMIT)).isEqualTo(1);

        assertThat(find(open)).isNotNull();
        assertThat(find(gone)).isNull();
        assertThat(find(lately)).isNotNull();
    }

    @Test
    void anUploadMayBeDeleted() {
        var upload = stored(UploadFixtures.upload(10));

        uploads.delete(upload.id()).block(LIMIT);

        assertThat(find(upload)).isNull();
        assertThat(lease(upload, LEASE)).isNull();
    }

    private Upload stored(Upload upload) {
        uploads.insert(upload, NOON).block(LIMIT);
        return upload;
    }

    private Upload whole(Upload upload) {
        var token = lease(upload, Duration.ofMillis(-1));
        uploads.save(upload.withPart("tag"), token).block(LIMIT);
        return upload;
    }

    private Upload find(Upload upload) {
        return uploads.find(upload.id()).block(LIMIT);
    }

    /** The token, or null when somebody else has the lease. */
    private UUID lease(Upload upload, Duration length) {
        var token = UUID.randomUUID();
        return uploads.lease(upload.id(), token, length).map(_ -> token).block(LIMIT);
    }

    private List<UUID> leftOver(int limit) {
        return uploads.findLeftOver(NOON, NOON.plusSeconds(1), limit)
                .map(upload -> upload.id().value())
                .collectList()
                .block(LIMIT);
    }
}
