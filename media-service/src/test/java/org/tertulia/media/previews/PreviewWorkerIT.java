package org.tertulia.media.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.contracts.Topics;
import org.tertulia.media.MediaFixtures;
import org.tertulia.media.TestPictures;
import org.tertulia.media.config.PreviewProperties;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Preview;
import org.tertulia.media.files.Variant;
import org.tertulia.media.store.ObjectStore;
import org.tertulia.starter.id.MediaId;
import org.tertulia.test.KafkaRecord;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.ServiceTest;
import reactor.core.publisher.Mono;

/**
 * Workers on a real database and a real store. The service's own are none; ffmpeg is a program that goes on until it is
 * ended, so that a test can do something meanwhile.
 */
@ServiceTest(
        properties = {
            "tertulia.media.collecting.every=1h",
            "tertulia.media.previews.workers=0",
            "tertulia.media.previews.attempts=3",
            "tertulia.media.previews.lease=1s",
            "tertulia.media.previews.poll=50ms",
            "tertulia.media.previews.pause=100ms"
        })
class PreviewWorkerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir static Path programs;

    @DynamicPropertySource
    static void slowPrograms(DynamicPropertyRegistry registry) throws IOException {
        var script =
                "#!/bin/sh\necho $$ >> %s\nexec sleep 60\n".formatted(programs.resolve("pids"));
        var program = Files.writeString(programs.resolve("slow"), script);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("not executable");
        }
        registry.add("tertulia.media.previews.ffmpeg", program::toString);
        registry.add("tertulia.media.previews.ffprobe", program::toString);
        registry.add("tertulia.media.previews.folder", () -> programs.resolve("work").toString());
    }

    @Autowired PreviewQueue queue;
    @Autowired FileProcessing processing;
    @Autowired PreviewMetrics metrics;
    @Autowired PreviewProperties properties;
    @Autowired MediaFiles files;
    @Autowired ObjectStore store;
    @Autowired TransactionalOperator transactions;
    @Autowired DatabaseClient database;

    private final List<PreviewWorker> workers = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        run("delete from preview_jobs");
        Files.deleteIfExists(programs.resolve("pids"));
    }

    @AfterEach
    void end() {
        workers.forEach(this::stop);
    }

    @Test
    void aPhotoShouldEndWithPreviewsAndTellNothing() {
        var photo = TestPictures.withExif(TestPictures.jpeg(2400, 1600), 6, ByteOrder.BIG_ENDIAN);
        var uploaded = put("image/jpeg", photo);

        startWorker();
        var media = awaitState(uploaded.id(), MediaState.READY);

        assertThat(media.original().revision()).isEqualTo(2);
        assertThat(media.appearance().width()).isEqualTo(1600);
        assertThat(media.previews().stream().map(Preview::variant).toList())
                .containsExactly(Variant.SMALL, Variant.MEDIUM, Variant.LARGE);
        var kept = read(media.original().objectKey());
        assertThat(TestPictures.text(kept)).doesNotContain(TestPictures.SECRET);
        assertThat(media.original().bytes()).isEqualTo(kept.length);
        for (var preview : media.previews()) {
            var bytes = read(preview.objectKey());
            assertThat(bytes).hasSize((int) preview.bytes());
            assertThat(TestPictures.decoded(bytes).getWidth()).isEqualTo(preview.width());
            assertThat(TestPictures.text(bytes)).doesNotContain(TestPictures.SECRET);
        }
        assertThat(garbage()).contains(uploaded.original().objectKey());
        assertThat(processedEvents(uploaded.id())).isEqualTo(1);
        awaitNoFolders();
    }

    @Test
    void aPhotoShouldBeKeptAsItCameWhenItsSenderWantsThat() {
        var photo = TestPictures.withExif(TestPictures.jpeg(400, 300), 1, ByteOrder.BIG_ENDIAN);
        var uploaded = put(MediaFixtures.uploaded("image/jpeg", true), photo);

        startWorker();
        var media = awaitState(uploaded.id(), MediaState.READY);

        assertThat(media.original()).isEqualTo(uploaded.original());
        assertThat(read(media.original().objectKey())).isEqualTo(photo);
        assertThat(garbage()).doesNotContain(uploaded.original().objectKey());
    }

    @Test
    void aFileOfADeadWorkerShouldComeBackAndBeStoredOnce() {
        var uploaded = put("image/jpeg", TestPictures.jpeg(800, 600));
        var dead = queue.take().block(PATIENCE);
        putObject(dead.prefix() + "small", new byte[10]);

        startWorker();
        var media = awaitState(uploaded.id(), MediaState.READY);
        var late =
                uploaded.processed(
                        MediaState.NO_PREVIEW,
                        uploaded.original(),
                        uploaded.appearance(),
                        List.of());

        assertThat(queue.renew(dead).block(PATIENCE)).isFalse();
        assertThat(queue.finish(dead, uploaded, late).block(PATIENCE)).isFalse();
        assertThat(files.find(uploaded.id()).block(PATIENCE)).isEqualTo(media);
        assertThat(media.previews()).noneMatch(p -> p.objectKey().startsWith(dead.prefix()));
        assertThat(garbage()).contains(dead.prefix());
        assertThat(processedEvents(uploaded.id())).isEqualTo(1);
    }

    @Test
    void aFileThatIsBeingLookedIntoShouldBeNobodyElses() {
        put("image/jpeg", TestPictures.jpeg(80, 60));
        var job = queue.take().block(PATIENCE);

        assertThat(queue.take().blockOptional(PATIENCE)).isEmpty();
        assertThat(queue.length().block(PATIENCE)).isEqualTo(1);
        assertThat(queue.renew(job).block(PATIENCE)).isTrue();
        queue.giveBack(job, Duration.ZERO).block(PATIENCE);
        assertThat(queue.take().block(PATIENCE).attempts()).isEqualTo(1);
        assertThat(queue.renew(job).block(PATIENCE)).isFalse();
    }

    @Test
    void anOutcomeOfWhichNobodyHeardShouldStayStored() {
        var uploaded = put("image/jpeg", TestPictures.jpeg(80, 60));
        var job = queue.take().block(PATIENCE);
        var small = new Preview(Variant.SMALL, 80, 60, "image/jpeg", 10, job.prefix() + "small");
        var outcome =
                uploaded.processed(
                        MediaState.READY,
                        uploaded.original(),
                        uploaded.appearance(),
                        List.of(small));

        assertThat(queue.finish(job, uploaded, outcome).block(PATIENCE)).isTrue();
        assertThat(queue.finish(job, uploaded, outcome).block(PATIENCE)).isTrue();
        queue.forget(job).block(PATIENCE);
        queue.giveBack(job, Duration.ZERO).block(PATIENCE);

        assertThat(garbage()).doesNotContain(job.prefix());
        assertThat(processedEvents(uploaded.id())).isEqualTo(1);
        assertThat(queue.take().blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void aFileThatWasDeletedMeanwhileShouldStayDeleted() {
        var uploaded = put("image/jpeg", TestPictures.jpeg(80, 60));
        var job = queue.take().block(PATIENCE);

        assertThat(files.deleteUnused(uploaded.id()).block(PATIENCE)).isTrue();

        assertThat(queue.finish(job, uploaded, uploaded).block(PATIENCE)).isFalse();
        queue.forget(job).block(PATIENCE);
        assertThat(garbage()).contains(job.prefix());
        assertThat(processedEvents(uploaded.id())).isZero();
    }

    @Test
    void manyFilesShouldBeStoredOnceEachThoughWorkersComeAndGo() throws InterruptedException {
        var picture = TestPictures.jpeg(500, 400);
        var uploaded =
                IntStream.range(0, 60).mapToObj(_ -> put("image/jpeg", picture).id()).toList();
        startWorker();
        startWorker();
        for (var i = 0; i < 5; i++) {
            var brief = startWorker();
            breakConnections();
            stop(brief);
        }
        startWorker();

        for (var id : uploaded) {
            assertThat(awaitState(id, MediaState.READY).previews()).hasSize(2);
        }
        await().atMost(PATIENCE).until(() -> count("select count(*) from outbox") == 0);
        var keys = uploaded.stream().map(MediaId::toString).toList();
        assertThat(
                        KafkaRecords.of(Topics.MEDIA_EVENTS).all().stream()
                                .filter(r -> isProcessed(r.type()) && keys.contains(r.key()))
                                .map(KafkaRecord::key)
                                .toList())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void aFileThatIsNotThereShouldBeGivenUp() {
        var photo = MediaFixtures.uploaded("image/jpeg");
        var film = MediaFixtures.uploaded("video/webm");
        create(photo);
        create(film);

        startWorker();

        assertThat(awaitState(photo.id(), MediaState.REFUSED).previews()).isEmpty();
        assertThat(awaitState(film.id(), MediaState.NO_PREVIEW).previews()).isEmpty();
        assertThat(processedEvents(photo.id())).isEqualTo(1);
        assertThat(garbage()).contains(photo.original().objectKey());
    }

    @Test
    void whatIsNoPictureShouldBeRefused() {
        var uploaded = put("image/png", TestPictures.ascii("<html><script>alert(1)</script>"));
        var bomb = put("image/png", TestPictures.bomb(50_000, 50_000));

        startWorker();

        awaitState(uploaded.id(), MediaState.REFUSED);
        awaitState(bomb.id(), MediaState.REFUSED);
        assertThat(garbage()).contains(uploaded.original().objectKey());
    }

    @Test
    void aWorkerThatIsStoppedShouldGiveItsFileBackAndEndItsProgram() throws Exception {
        put("video/webm", new byte[1_000]);
        var worker = startWorker();
        var pid = awaitProgram(1);

        stop(worker);

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        awaitNoFolders();
        assertThat(worker.isRunning()).isFalse();
        var again = queue.take().block(PATIENCE);
        assertThat(again.attempts()).isEqualTo(1);
    }

    @Test
    void aFileWhoseProgramSomebodyEndedShouldBeTriedAgain() throws Exception {
        put("video/webm", new byte[1_000]);
        startWorker();
        var first = awaitProgram(1);

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        assertThat(awaitProgram(2)).isNotEqualTo(first);
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void aFileShouldStayWithItsWorkerForLongerThanALease() throws Exception {
        put("video/webm", new byte[1_000]);
        startWorker();
        awaitProgram(1);
        var other = startWorker();

        await().during(properties.lease().multipliedBy(2))
                .atMost(PATIENCE)
                .until(() -> pids().size() == 1);
        assertThat(other.isRunning()).isTrue();
    }

    private PreviewWorker startWorker() {
        var one =
                new PreviewProperties(
                        properties.maxPixels(),
                        properties.maxDecodedPixels(),
                        properties.maxDuration(),
                        1,
                        properties.attempts(),
                        properties.lease(),
                        properties.poll(),
                        properties.pause(),
                        properties.timeLimit(),
                        properties.programLimit(),
                        properties.programMemory(),
                        properties.folder(),
                        properties.ffmpeg(),
                        properties.ffprobe());
        var worker = new PreviewWorker(queue, processing, metrics, one);
        worker.start();
        workers.add(worker);
        return worker;
    }

    private void stop(PreviewWorker worker) {
        var stopped = new CountDownLatch(1);
        worker.stop(stopped::countDown);
        try {
            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Media put(String type, byte[] content) {
        return put(MediaFixtures.uploaded(type), content);
    }

    private Media put(Media media, byte[] content) {
        putObject(media.original().objectKey(), content);
        return create(media);
    }

    private void putObject(String key, byte[] content) {
        store.put(key, Mono.just(List.of(ByteBuffer.wrap(content)))).block(PATIENCE);
    }

    private Media create(Media media) {
        files.create(media)
                .then(queue.add(media.id()))
                .as(transactions::transactional)
                .block(PATIENCE);
        return media;
    }

    private byte[] read(String key) {
        var bytes = store.readAll(key).block(PATIENCE);
        var read = new byte[bytes.remaining()];
        bytes.get(read);
        return read;
    }

    private Media awaitState(MediaId id, MediaState state) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> files.find(id).block(PATIENCE).state() == state);
        return files.find(id).block(PATIENCE);
    }

    /** The program that was started as the one of this number. */
    private long awaitProgram(int number) {
        await().atMost(PATIENCE).until(() -> pids().size() >= number);
        return pids().get(number - 1);
    }

    private List<Long> pids() {
        try {
            var written = Files.readString(programs.resolve("pids"), StandardCharsets.UTF_8);
            return written.lines().map(Long::valueOf).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private void awaitNoFolders() {
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            try (var found = Files.walk(programs.resolve("work"))) {
                                return found.noneMatch(path -> path.toString().contains("file-"));
                            }
                        });
    }

    private long processedEvents(MediaId id) {
        KafkaRecords.of(Topics.MEDIA_EVENTS).awaitRecord(id);
        await().atMost(PATIENCE).until(() -> count("select count(*) from outbox") == 0);
        return KafkaRecords.of(Topics.MEDIA_EVENTS).all().stream()
                .filter(r -> id.toString().equals(r.key()) && isProcessed(r.type()))
                .count();
    }

    private static boolean isProcessed(String type) {
        return type != null && type.contains("media.processed");
    }

    private List<String> garbage() {
        return database.sql("select prefix from garbage")
                .mapValue(String.class)
                .all()
                .collectList()
                .block(PATIENCE);
    }

    private int attempts() {
        return (int) count("select coalesce(max(attempts), 0)::bigint from preview_jobs");
    }

    private long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().retry(3).block(PATIENCE);
    }

    private void breakConnections() {
        database.sql(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()")
                .then()
                .onErrorComplete()
                .block(PATIENCE);
    }

    private void run(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }
}
