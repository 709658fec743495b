package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.MadeUpFile;
import org.tertulia.load.client.Person;
import org.tertulia.load.faults.door.CutKind;
import org.tertulia.load.faults.door.Door;

/**
 * A file on a bad line: its connection is cut again and again in the middle of a request, once because media-service is
 * killed, and what arrives is the file. {@code TERTULIA_TEST_UPLOAD_MB} says how large it is, 64 MB without.
 */
@Order(10)
class MediaUploadIT {
    private static final String SIZE = "TERTULIA_TEST_UPLOAD_MB";
    private static final long MEGABYTE = 1 << 20;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int CUTS = 5;

    /** Of the cuts, the one that is a killed service. */
    private static final int KILL = 3;

    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB");

    private final Suite suite = Suite.running();
    private final Deque<Cut> cuts = new ArrayDeque<>();
    private MadeUpFile file;
    private Door door;
    private Person ana;

    /** What is done to the connection when so many bytes were said. */
    private record Cut(long at, Runnable how) {}

    @BeforeEach
    void openDoor() {
        var service = suite.mediaService();
        var megabytes = Long.parseLong(System.getenv().getOrDefault(SIZE, "64"));
        file = new MadeUpFile(System.nanoTime(), megabytes * MEGABYTE);
        door = Door.open(0, suite.gateway().base().getPort());
        ana = suite.person("ana");
        for (var i = 1; i <= CUTS; i++) {
            Runnable how = i == KILL ? () -> suite.kill(service) : this::cut;
            cuts.add(new Cut(file.length() * i / (CUTS + 1), how));
        }
    }

    @AfterEach
    void closeDoor() {
        door.close();
        suite.control().awaitReady(LIMIT);
    }

    @Test
    void aFileShouldArriveWholeHoweverOftenItsConnectionIsCut() {
        var outside = ana.through(new Api(URI.create("http://127.0.0.1:" + door.port())));
        var upload = outside.media().begin("grande.bin", file.length());

        var interruptions = upload.finish(this::rest, LIMIT);

        System.out.printf(
                "            %d MB, interrupted %d times%n",
                file.length() / MEGABYTE, interruptions);
        assertThat(cuts).isEmpty();
        assertThat(interruptions).isGreaterThanOrEqualTo(CUTS);
        await().atMost(LIMIT).until(() -> ana.media().get(upload.id()).isProcessed());
        var view = ana.media().get(upload.id());
        assertThat(view.bytes()).isEqualTo(file.length());
        assertThat(view.kind()).isEqualTo("file");
        assertWhole(upload.id());
        tellMemory();
    }

    private void assertWhole(UUID id) {
        try (var all = ana.media().open(id, "original")) {
            assertThat(all.status()).isEqualTo(200);
            assertThat(all.headers().firstValueAsLong("content-length")).hasValue(file.length());
            assertThat(MadeUpFile.sha256(all.body())).isEqualTo(file.sha256());
        }
        var middle = file.length() / 2 - 7;
        var headers =
                Map.of(
                        "Authorization",
                        "Bearer " + ana.accessToken(),
                        "Range",
                        "bytes=" + middle + "-");
        var path = "/api/v1/media/" + id + "/content/original";
        try (var half = suite.gateway().open(path, headers)) {
            assertThat(half.status()).isEqualTo(206);
            assertThat(MadeUpFile.sha256(half.body()))
                    .isEqualTo(MadeUpFile.sha256(file.from(middle)));
        }
    }

    /** All that is missing, in one request. */
    private BodyPublisher rest(long offset) {
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Cuttable(offset)), file.length() - offset);
    }

    /** A request that has just begun may not be through the door yet. */
    private void cut() {
        await().atMost(LIMIT).until(() -> door.connections() > 0);
        try {
            door.cut(CutKind.RESET, Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How much memory the processes took at most that the file went through; the one that was killed began anew. */
    private void tellMemory() {
        var status = suite.control().glance();
        for (var part : List.of("gateway", suite.mediaService())) {
            var pid = Objects.requireNonNull(status.part(part).pid());
            System.out.printf("            %s took at most %d MB%n", part, peakMegabytes(pid));
        }
    }

    private static long peakMegabytes(long pid) {
        try {
            var status = Files.readString(Path.of("/proc", "" + pid, "status"));
            var peak = PEAK.matcher(status);
            return peak.find() ? Long.parseLong(peak.group(1)) / 1_024 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file from a place on, with what happens to the connection on the way: one thing at most for each request. */
    private final class Cuttable extends FilterInputStream {
        private long at;
        private boolean whole = true;

        Cuttable(long offset) {
            super(file.from(offset));
            at = offset;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) throws IOException {
            var read = super.read(target, offset, wanted);
            at += Math.max(0, read);
            var next = cuts.peek();
            if (whole && next != null && at >= next.at()) {
                whole = false;
                cuts.remove();
                next.how().run();
            }
            return read;
        }
    }
}
