package org.tertulia.media;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The service's bucket, seen by somebody else's client: the AWS SDK as it is by default. */
final class StoredObjects implements AutoCloseable {

    private static final String PREFIX = "tertulia.media.store.";

    private final S3AsyncClient client;
    private final String bucket;

    private StoredObjects(Environment service, String secretKey) {
        this.bucket = service.getRequiredProperty(PREFIX + "bucket");
        this.client =
                S3AsyncClient.builder()
                        .endpointOverride(
                                URI.create(service.getRequiredProperty(PREFIX + "endpoint")))
                        .region(Region.of(service.getRequiredProperty(PREFIX + "region")))
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                service.getRequiredProperty(PREFIX + "access-key"),
                                                secretKey)))
                        .build();
    }

    /** With the keys that the service has. */
    static StoredObjects in(Environment service) {
        return new StoredObjects(service, service.getRequiredProperty(PREFIX + "secret-key"));
    }

    /** With a secret key that somebody guessed. */
    static StoredObjects guessing(Environment service) {
        return new StoredObjects(service, "guessed");
    }

    List<String> keys(String prefix) {
        return client
                .listObjectsV2(it -> it.bucket(bucket).prefix(prefix))
                .join()
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    byte[] read(String key) {
        return client.getObject(
                        it -> it.bucket(bucket).key(key), AsyncResponseTransformer.toBytes())
                .join()
                .asByteArray();
    }

    void put(String key, byte[] content) {
        client.putObject(it -> it.bucket(bucket).key(key), AsyncRequestBody.fromBytes(content))
                .join();
    }

    String beginParts(String key) {
        return client.createMultipartUpload(it -> it.bucket(bucket).key(key)).join().uploadId();
    }

    String putPart(String key, String id, int number, byte[] content) {
        return client.uploadPart(
                        it -> it.bucket(bucket).key(key).uploadId(id).partNumber(number),
                        AsyncRequestBody.fromBytes(content))
                .join()
                .eTag();
    }

    void completeParts(String key, String id, List<String> tags) {
        var parts =
                IntStream.range(0, tags.size())
                        .mapToObj(
                                i ->
                                        CompletedPart.builder()
                                                .partNumber(i + 1)
                                                .eTag(tags.get(i))
                                                .build())
                        .toList();
        client.completeMultipartUpload(
                        it ->
                                it.bucket(bucket)
                                        .key(key)
                                        .uploadId(id)
                                        .multipartUpload(all -> all.parts(parts)))
                .join();
    }

    @Override
    public void close() {
        client.close();
    }
}
