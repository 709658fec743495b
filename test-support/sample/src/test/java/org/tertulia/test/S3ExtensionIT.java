package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.test.engine.TestBucket;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What a service that keeps objects relies on: the store does it as any other S3 does. */
class S3ExtensionIT {

    /** The least that S3 takes for a part that is not the last. */
    private static final int PART = 5 << 20;

    @RegisterExtension static final S3Extension s3 = S3Extension.empty();

    private static S3AsyncClient client;

    @BeforeAll
    static void connect() {
        client = client(s3.bucket().accessKey(), s3.bucket().secretKey());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void anObjectShouldBeReadAsItWasPutWholeAndInPart() {
        client.putObject(
                        request ->
                                request.bucket(name())
                                        .key("birds/heron.txt")
                                        .contentType("text/plain")
                                        .metadata(Map.of("seen-by", "Ana")),
                        AsyncRequestBody.fromString("grey heron"))
                .join();

        var head = client.headObject(it -> it.bucket(name()).key("birds/heron.txt")).join();

        assertThat(head.contentType()).isEqualTo("text/plain");
        assertThat(head.contentLength()).isEqualTo(10);
        assertThat(head.metadata()).containsEntry("seen-by", "Ana");
        assertThat(read("birds/heron.txt", "bytes=0-")).asString().isEqualTo("grey heron");
        assertThat(read("birds/heron.txt", "bytes=5-7")).asString().isEqualTo("her");
    }

    @Test
    void anUploadInPartsShouldBecomeOneObject() {
        var content = new byte[PART + 1000];
        new Random(7).nextBytes(content);
        var upload =
                client.createMultipartUpload(it -> it.bucket(name()).key("film")).join().uploadId();

        var first = uploadPart(upload, 1, Arrays.copyOfRange(content, 0, PART));
        var second = uploadPart(upload, 2, Arrays.copyOfRange(content, PART, content.length));
        client.completeMultipartUpload(
                        it ->
                                it.bucket(name())
                                        .key("film")
                                        .uploadId(upload)
                                        .multipartUpload(parts -> parts.parts(first, second)))
                .join();

        assertThat(read("film", "bytes=0-")).isEqualTo(content);
    }

    @Test
    void whatWasPutShouldBeListedUntilItIsDeleted() {
        put("list/a");
        put("list/b");
        put("other");
        assertThat(keys("list/")).containsExactly("list/a", "list/b");

        client.deleteObject(it -> it.bucket(name()).key("list/a")).join();

        assertThat(keys("list/")).containsExactly("list/b");
    }

    @Test
    void wrongKeysShouldBeRefused() {
        put("secret");
        try (var stranger = client("stranger", s3.bucket().secretKey());
                var guesser = client(s3.bucket().accessKey(), "guessed")) {
            assertRefused(stranger);
            assertRefused(guesser);
        }
    }

    @Test
    void whoHasNoKeysShouldBeRefused() throws IOException, InterruptedException {
        put("secret");
        var where = URI.create("%s/%s/secret".formatted(s3.bucket().endpoint(), name()));
        try (var anonymous = HttpClient.newHttpClient()) {
            var get = HttpRequest.newBuilder(where).build();
            var put = HttpRequest.newBuilder(where).PUT(HttpRequest.BodyPublishers.noBody());

            assertThat(anonymous.send(get, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
            assertThat(anonymous.send(put.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);
        }
    }

    private static void assertRefused(S3AsyncClient other) {
        assertThatThrownBy(() -> other.headObject(it -> it.bucket(name()).key("secret")).join())
                .cause()
                .isInstanceOfSatisfying(
                        S3Exception.class, it -> assertThat(it.statusCode()).isEqualTo(403));
    }

    private static String name() {
        return s3.bucket().name();
    }

    private static void put(String key) {
        client.putObject(it -> it.bucket(name()).key(key), AsyncRequestBody.fromString(key)).join();
    }

    private static CompletedPart uploadPart(String upload, int number, byte[] content) {
        var uploaded =
                client.uploadPart(
                                it ->
                                        it.bucket(name())
                                                .key("film")
                                                .uploadId(upload)
                                                .partNumber(number),
                                AsyncRequestBody.fromBytes(content))
                        .join();
        return CompletedPart.builder().partNumber(number).eTag(uploaded.eTag()).build();
    }

    private static byte[] read(String key, String range) {
        return client.getObject(
                        it -> it.bucket(name()).key(key).range(range),
                        AsyncResponseTransformer.toBytes())
                .join()
                .asByteArray();
    }

    private static Iterable<String> keys(String prefix) {
        return client
                .listObjectsV2(it -> it.bucket(name()).prefix(prefix))
                .join()
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    private static S3AsyncClient client(String accessKey, String secretKey) {
        TestBucket bucket = s3.bucket();
        return S3AsyncClient.builder()
                .endpointOverride(URI.create(bucket.endpoint()))
                .region(Region.of(bucket.region()))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(accessKey, secretKey)))
                .build();
    }
}
