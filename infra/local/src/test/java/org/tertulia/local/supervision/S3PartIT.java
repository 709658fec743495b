package org.tertulia.local.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.local.TemporarySuite.S3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.local.TemporarySuite;
import org.tertulia.local.home.Secrets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The store of objects as a part of the suite. */
class S3PartIT {
    private static final String BUCKET = "tertulia-media";

    /** The least that S3 takes for a part that is not the last. */
    private static final int PART = 5 << 20;

    @TempDir private Path folder;

    @Test
    void anObjectShouldOutliveARestart() {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary);
                var client = client(temporary)) {
            assertThat(running.status().ready()).isTrue();
            put(client, "heron", "grey".getBytes(UTF_8));
        }

        try (var running = start(temporary);
                var client = client(temporary)) {
            assertThat(running.status().ready()).isTrue();
            assertThat(read(client, "heron")).asString().isEqualTo("grey");
        }
    }

    @Test
    void aKilledStoreShouldComeBackWithItsObjectsAndUploads() {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary);
                var client = client(temporary)) {
            put(client, "crane", "white".getBytes(UTF_8));
            var first = new byte[PART];
            Arrays.fill(first, (byte) 7);
            var upload = begin(client, "film");
            var one = uploadPart(client, upload, 1, first);

            assertThat(ControlSocket.ask(temporary.home(), "kill", S3).orElseThrow().done())
                    .isTrue();
            awaitTrue(() -> running.status().parts().getFirst().restarts() == 1);
            awaitTrue(() -> running.status().ready());

            assertThat(read(client, "crane")).asString().isEqualTo("white");
            complete(client, upload, one, uploadPart(client, upload, 2, new byte[] {1, 2, 3}));
            assertThat(read(client, "film")).hasSize(PART + 3).endsWith(7, 1, 2, 3);
        }
    }

    /** A request without a body: of another one the store ends the connection while the client still sends. */
    @Test
    void otherKeysShouldBeRefused() {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary);
                var stranger = client(temporary, "stranger", "guessed")) {
            assertThat(running.status().ready()).isTrue();

            assertThatThrownBy(() -> stranger.headBucket(r -> r.bucket(BUCKET)).join())
                    .cause()
                    .isInstanceOfSatisfying(
                            S3Exception.class, it -> assertThat(it.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void theStoreShouldBeReachedFromThisMachineOnly() throws Exception {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary)) {
            assertThat(running.status().ready()).isTrue();

            assertThat(accepts(InetAddress.getLoopbackAddress(), temporary)).isTrue();
            assertThat(otherAddresses()).noneMatch(it -> accepts(it, temporary));
        }
    }

    @Test
    void theLogShouldNotTellOfEveryRequest() throws Exception {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary);
                var client = client(temporary)) {
            assertThat(running.status().ready()).isTrue();
            put(client, "heron", "grey".getBytes(UTF_8));
        }

        assertThat(Files.readString(temporary.home().log(S3)))
                .doesNotContain("DEBUG", "heron", new Secrets(temporary.home()).storeSecretKey());
    }

    private static RunningSuite start(TemporarySuite temporary) {
        var running = RunningSuite.start(temporary.of(S3), TemporarySuite.silent());
        running.awaitReady();
        return running;
    }

    private static void put(S3AsyncClient client, String key, byte[] content) {
        client.putObject(it -> it.bucket(BUCKET).key(key), AsyncRequestBody.fromBytes(content))
                .join();
    }

    private static byte[] read(S3AsyncClient client, String key) {
        return client.getObject(
                        it -> it.bucket(BUCKET).key(key), AsyncResponseTransformer.toBytes())
                .join()
                .asByteArray();
    }

    private static String begin(S3AsyncClient client, String key) {
        return client.createMultipartUpload(it -> it.bucket(BUCKET).key(key)).join().uploadId();
    }

    private static CompletedPart uploadPart(
            S3AsyncClient client, String upload, int number, byte[] content) {
        var uploaded =
                client.uploadPart(
                                it ->
                                        it.bucket(BUCKET)
                                                .key("film")
                                                .uploadId(upload)
                                                .partNumber(number),
                                AsyncRequestBody.fromBytes(content))
                        .join();
        return CompletedPart.builder().partNumber(number).eTag(uploaded.eTag()).build();
    }

    private static void complete(S3AsyncClient client, String upload, CompletedPart... parts) {
        client.completeMultipartUpload(
                        it ->
                                it.bucket(BUCKET)
                                        .key("film")
                                        .uploadId(upload)
                                        .multipartUpload(all -> all.parts(parts)))
                .join();
    }

    private static S3AsyncClient client(TemporarySuite temporary) {
        var secrets = new Secrets(temporary.home());
        return client(temporary, secrets.storeAccessKey(), secrets.storeSecretKey());
    }

    private static S3AsyncClient client(
            TemporarySuite temporary, String accessKey, String secretKey) {
        return S3AsyncClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + temporary.s3Port()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }

    private static Stream<InetAddress> otherAddresses() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> !it.isLoopbackAddress());
    }

    private static boolean accepts(InetAddress address, TemporarySuite temporary) {
        try (var ignored = new Socket(address, temporary.s3Port())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitTrue(BooleanSupplier condition) {
        var board = new Board();
        var attempts = 300;
        while (attempts > 0 && !board.await(condition, Duration.ofMillis(100))) {
            attempts--;
        }
        assertThat(attempts).as("tenths of a second left").isPositive();
    }
}
