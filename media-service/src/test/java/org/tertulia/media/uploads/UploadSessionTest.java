package org.tertulia.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.media.uploads.UploadFixtures.PART;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;
import org.tertulia.media.store.TestStore;
import org.tertulia.starter.id.TimeOrderedIds;
import org.tertulia.test.PostgresExtension;
import org.tertulia.test.S3Extension;
import reactor.core.publisher.Flux;

/** Bodies as they come, into a real store and a real database. */
class UploadSessionTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    @RegisterExtension static final S3Extension s3 = S3Extension.empty();

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final DataSize PLENTY = DataSize.ofMegabytes(64);

    private static TestStore store;

    private final UUID token = UUID.randomUUID();
    private SimpleMeterRegistry meters;
    private UploadMemory memory; // kept: its gauge does not keep it
    private UploadRepository uploads;

    @BeforeAll
    static void connect() {
        store = TestStore.of(s3.bucket());
    }

    @AfterAll
    static void disconnect() {
        store.close();
    }

    @BeforeEach
    void begin() {
        postgres.truncate("uploads");
        uploads = new UploadRepository(postgres.databaseClient());
        meters = new SimpleMeterRegistry();
    }

    @Test
    void wholePartsShouldBeWrittenAndTheRestBeAPiece() {
        var content = random(2 * PART + 1000);
        var upload = leased(3L * PART);

        var after = take(upload, properties(PLENTY, LONG, LONG), null, body(content, 100_000));

        assertThat(after.received()).isEqualTo(content.length);
        assertThat(after.partTags()).hasSize(2);
        assertThat(after.pieces()).hasSize(1);
        assertThat(find(upload)).isEqualTo(after);
        assertThat(after.expiresAt()).isAfter(Instant.now().plus(Duration.ofHours(23)));
    }

    @Test
    void piecesShouldBecomePartsAndTheFileBeWhatWasSent() {
        var content = random(2 * PART + 5000);
        var upload = leased(content.length);
        var offset = 0;
        for (var bytes : new int[] {3_000_000, 1, 4_000_000, PART, content.length}) {
            var to = Math.min(content.length, offset + bytes);
            var stretch = Arrays.copyOfRange(content, offset, to);
            upload = take(upload, properties(PLENTY, LONG, LONG), null, body(stretch, 70_000));
            offset = to;
            assertThat(upload.received()).isEqualTo(offset);
        }

        assertThat(upload.isWhole()).isTrue();
        assertThat(stored(upload)).isEqualTo(content);
    }

    @Test
    void aFileOfOnePartShouldBeOneObject() {
        var content = random(1000);
        var upload = leased(content.length);

        var after = take(upload, properties(PLENTY, LONG, LONG), null, body(content, 300));

        assertThat(after.isWhole()).isTrue();
        assertThat(after.multipartId()).isNull();
        assertThat(stored(after)).isEqualTo(content);
    }

    /** Everything is spilled as it comes; nothing is held longer than that. */
    @Test
    void whatIsOldShouldNotStayInMemory() {
        var content = random(PART + 700_000);
        var upload = leased(content.length);
        var properties = properties(PLENTY, Duration.ZERO, LONG);

        var after = take(upload, properties, null, body(content, 400_000));

        assertThat(after.isWhole()).isTrue();
        assertThat(stored(after)).isEqualTo(content);
        assertThat(held()).isZero();
    }

    @Test
    void aClientThatPausesShouldHaveWhatItSentRecordedMeanwhile() {
        var content = random(1000);
        var upload = leased(2000);
        var properties = properties(PLENTY, Duration.ofMillis(100), LONG);
        var seen =
                Flux.interval(Duration.ofMillis(50))
                        .concatMap(_ -> uploads.find(upload.id()))
                        .filter(now -> now.received() == 1000);

        var after = take(upload, properties, null, body(content, 1000).concatWith(until(seen)));

        assertThat(after.received()).isEqualTo(1000);
    }

    @Test
    void aClientThatStaysSilentShouldBeTakenToBeGone() {
        var content = random(1000);
        var upload = leased(2000);
        var properties = properties(PLENTY, LONG, Duration.ofMillis(200));

        var after = take(upload, properties, null, body(content, 1000).concatWith(Flux.never()));

        assertThat(after.received()).isEqualTo(1000);
        assertThat(held()).isZero();
    }

    @Test
    void whatCameBeforeTheConnectionBrokeShouldBeKept() {
        var content = random(PART + 1000);
        var upload = leased(2L * PART);
        var broken =
                body(content, 100_000).concatWith(Flux.error(new IllegalStateException("cut")));

        var after = take(upload, properties(PLENTY, LONG, LONG), null, broken);

        assertThat(after.received()).isEqualTo(content.length);
        assertThat(find(upload)).isEqualTo(after);
    }

    @Test
    void twoThatShareALittleMemoryShouldBothGetThere() {
        var memory = DataSize.ofBytes(PART);
        var properties = properties(memory, Duration.ofMillis(200), LONG);
        var shared = new UploadMemory(properties, meters);
        var contents = new byte[][] {random(2 * PART), random(2 * PART + 1), random(PART + 3)};
        var done =
                Flux.fromArray(contents)
                        .flatMap(
                                content -> {
                                    var upload = leased(content.length);
                                    return session(upload, properties, null, shared)
                                            .run(body(content, 64_000));
                                })
                        .collectList()
                        .block(LIMIT);

        assertThat(done).hasSize(3).allMatch(Upload::isWhole);
        for (var upload : done) {
            var bytes = stored(upload);
            assertThat(Stream.of(contents)).anyMatch(content -> Arrays.equals(content, bytes));
        }
        assertThat(held()).isZero();
    }

    @Test
    void moreThanTheFileHasShouldBeRefusedAndTheFileBeWhole() {
        var content = random(1000);
        var upload = leased(600);

        assertThatThrownBy(
                        () ->
                                take(
                                        upload,
                                        properties(PLENTY, LONG, LONG),
                                        null,
                                        body(content, 500)))
                .isInstanceOf(TooMuchSent.class);

        assertThat(find(upload).isWhole()).isTrue();
        assertThat(held()).isZero();
    }

    @Test
    void aBodyThatAddsUpShouldBeRecordedAtItsEnd() {
        var content = random(2 * PART + 1000);
        var upload = leased(content.length);
        var properties = properties(PLENTY, Duration.ZERO, LONG);

        var after = take(upload, properties, sha256(content), body(content, 700_000));

        assertThat(after.isWhole()).isTrue();
        assertThat(stored(after)).isEqualTo(content);
        assertThat(find(upload)).isEqualTo(after);
    }

    /** Pieces and parts are written meanwhile; none of it may be told to be there, or stay behind. */
    @Test
    void nothingOfABodyThatDoesNotAddUpShouldBeKept() {
        var content = random(2 * PART + 1000);
        var upload = leased(content.length);
        var properties = properties(PLENTY, Duration.ZERO, LONG);

        assertThatThrownBy(
                        () -> take(upload, properties, sha256(random(10)), body(content, 700_000)))
                .isInstanceOf(ChecksumMismatch.class);

        assertThat(find(upload).received()).isZero();
        assertThat(find(upload).pieces()).isEmpty();
        assertThat(held()).isZero();
        var again = find(upload);
        assertThat(stored(take(again, properties, sha256(content), body(content, 700_000))))
                .isEqualTo(content);
    }

    @Test
    void aBrokenBodyWithAChecksumShouldKeepWhatWasThereBefore() {
        var first = random(1000);
        var upload = leased(5000);
        var properties = properties(PLENTY, Duration.ZERO, LONG);
        var before = take(upload, properties, sha256(first), body(first, 500));
        var broken =
                body(random(2000), 500).concatWith(Flux.error(new IllegalStateException("cut")));

        assertThatThrownBy(() -> take(before, properties, sha256(first), broken)).hasMessage("cut");

        assertThat(find(upload)).isEqualTo(before);
        assertThat(before.pieces())
                .allMatch(it -> store.objects().length(it.key()).block(LIMIT) != null);
    }

    @Test
    void whoseLeaseIsLostShouldRecordNothing() {
        var content = random(1000);
        var upload = leased(2000);
        uploads.release(upload.id(), token).block(LIMIT);

        assertThatThrownBy(
                        () ->
                                take(
                                        upload,
                                        properties(PLENTY, LONG, LONG),
                                        null,
                                        body(content, 500)))
                .isInstanceOf(UploadLocked.class);

        assertThat(find(upload).received()).isZero();
        assertThat(held()).isZero();
    }

    private Upload leased(long bytes) {
        var upload = UploadFixtures.upload(bytes);
        uploads.insert(upload, UploadFixtures.NOON)
                .then(uploads.lease(upload.id(), token, LONG))
                .block(LIMIT);
        return upload;
    }

    private Upload take(
            Upload upload,
            UploadProperties properties,
            @Nullable UploadChecksum checksum,
            Flux<DataBuffer> body) {
        meters = new SimpleMeterRegistry();
        memory = new UploadMemory(properties, meters);
        return session(upload, properties, checksum, memory).run(body).block(LIMIT);
    }

    private UploadSession session(
            Upload upload,
            UploadProperties properties,
            @Nullable UploadChecksum checksum,
            UploadMemory memory) {
        var clock = Clock.systemUTC();
        var saving =
                new UploadSaving(
                        store.objects(), uploads, properties, new TimeOrderedIds(clock), clock);
        return new UploadSession(upload, token, checksum, saving, memory, properties);
    }

    private double held() {
        return meters.get("media.upload.memory").gauge().value();
    }

    private Upload find(Upload upload) {
        return uploads.find(upload.id()).block(LIMIT);
    }

    private static byte[] stored(Upload upload) {
        var multipart = upload.multipartId();
        if (multipart != null) {
            store.objects()
                    .completeParts(upload.objectKey(), multipart, upload.partTags())
                    .block(LIMIT);
        }
        return store.objects()
                .readAll(upload.objectKey())
                .map(UploadSessionTest::bytes)
                .block(LIMIT);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static UploadProperties properties(
            DataSize memory, Duration keepAfter, Duration patience) {
        return UploadFixtures.properties(memory, keepAfter, patience);
    }

    private static Flux<DataBuffer> body(byte[] content, int stretch) {
        var factory = DefaultDataBufferFactory.sharedInstance;
        return Flux.range(0, Math.ceilDiv(content.length, stretch))
                .map(i -> i * stretch)
                .map(
                        from ->
                                factory.wrap(
                                        Arrays.copyOfRange(
                                                content,
                                                from,
                                                Math.min(content.length, from + stretch))));
    }

    /** Nothing, until there is something there. */
    private static Flux<DataBuffer> until(Flux<?> something) {
        return something.next().thenMany(Flux.empty());
    }

    private static UploadChecksum sha256(byte[] content) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(content);
            return UploadChecksum.of("sha256 " + Base64.getEncoder().encodeToString(sum));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
