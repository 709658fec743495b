package org.tertulia.media.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in the store, by key. What is written is durable when its publisher completes; everything may be repeated.
 * Fails with service-unavailable while the store is away. Nothing here blocks.
 */
@Component
public final class ObjectStore {

    private static final Logger log = LoggerFactory.getLogger(ObjectStore.class);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    /** Of the largest file by a slow store; its client does not always tell that a connection has ended. */
    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(15);

    private final S3AsyncClient s3;
    private final StoreProperties properties;
    private final WriteTurns turns;

    ObjectStore(S3AsyncClient s3, StoreProperties properties) {
        this.s3 = s3;
        this.properties = properties;
        this.turns = new WriteTurns(properties.writes());
    }

    /** Begins an object that comes in parts; the id of that. */
    public Mono<String> beginParts(String key) {
        return call(() -> s3.createMultipartUpload(r -> r.bucket(bucket()).key(key)))
                .map(answer -> answer.uploadId());
    }

    /** Writes a part, made of these stretches of bytes, once it is its turn; the part's tag. */
    public Mono<String> writePart(
            String key, String multipartId, int number, Mono<List<ByteBuffer>> content) {
        return turns.run(
                content.flatMap(
                        bytes ->
                                call(() ->
                                                s3.uploadPart(
                                                        r ->
                                                                r.bucket(bucket())
                                                                        .key(key)
                                                                        .uploadId(multipartId)
                                                                        .partNumber(number),
                                                        body(bytes)))
                                        .map(answer -> answer.eTag())));
    }

    /** Makes the parts with these tags one object. When that was done before, nothing happens. */
    public Mono<Void> completeParts(String key, String multipartId, List<String> tags) {
        var parts = new ArrayList<CompletedPart>();
        for (var tag : tags) {
            parts.add(CompletedPart.builder().partNumber(parts.size() + 1).eTag(tag).build());
        }
        return call(() ->
                        s3.completeMultipartUpload(
                                r ->
                                        r.bucket(bucket())
                                                .key(key)
                                                .uploadId(multipartId)
                                                .multipartUpload(m -> m.parts(parts))))
                .then()
                .onErrorResume(
                        ObjectStore::isGone,
                        gone -> length(key).switchIfEmpty(Mono.error(gone)).then());
    }

    /** Forgets the parts. When there are none any more, nothing happens. */
    public Mono<Void> abortParts(String key, String multipartId) {
        return call(() ->
                        s3.abortMultipartUpload(
                                r -> r.bucket(bucket()).key(key).uploadId(multipartId)))
                .then()
                .onErrorResume(ObjectStore::isGone, _ -> Mono.empty());
    }

    /** Writes an object in one go, once it is its turn. */
    public Mono<Void> put(String key, Mono<List<ByteBuffer>> content) {
        return turns.run(
                content.flatMap(
                        bytes ->
                                call(() ->
                                                s3.putObject(
                                                        r -> r.bucket(bucket()).key(key),
                                                        body(bytes)))
                                        .then()));
    }

    /** Writes a file of this machine as an object, for as long as that takes. */
    public Mono<Void> put(String key, Path file) {
        return Mono.fromFuture(
                        () ->
                                s3.putObject(
                                        r -> r.bucket(bucket()).key(key),
                                        AsyncRequestBody.fromFile(file)))
                .onErrorMap(ObjectStore::problem)
                .then();
    }

    /** Bytes {@code from} to {@code to}, both included, as fast as they are taken. Fails when no more of them come. */
    public Flux<ByteBuffer> read(String key, long from, long to) {
        var request =
                GetObjectRequest.builder()
                        .bucket(bucket())
                        .key(key)
                        .range("bytes=%d-%d".formatted(from, to))
                        .build();
        return Mono.fromFuture(() -> s3.getObject(request, AsyncResponseTransformer.toPublisher()))
                .timeout(properties.callTimeout())
                .flatMapMany(bytes -> ReadWatch.over(bytes, properties.stallTimeout()))
                .onErrorMap(ObjectStore::problem);
    }

    /** All of an object that is known to be small. */
    public Mono<ByteBuffer> readAll(String key) {
        var request = GetObjectRequest.builder().bucket(bucket()).key(key).build();
        return call(() -> s3.getObject(request, AsyncResponseTransformer.toBytes()))
                .map(answer -> answer.asByteBuffer());
    }

    /** Copies an object into a file that does not exist yet. */
    public Mono<Void> readInto(String key, Path file) {
        var request = GetObjectRequest.builder().bucket(bucket()).key(key).build();
        return Mono.fromFuture(() -> s3.getObject(request, AsyncResponseTransformer.toFile(file)))
                .timeout(FILE_TIMEOUT)
                .onErrorMap(ObjectStore::problem)
                .then();
    }

    /** Empty when there is no such object. */
    public Mono<Long> length(String key) {
        return call(() -> s3.headObject(r -> r.bucket(bucket()).key(key)))
                .map(answer -> answer.contentLength())
                .onErrorResume(ObjectStore::isGone, _ -> Mono.empty());
    }

    /** Deletes what there is of these. */
    public Mono<Void> delete(List<String> keys) {
        if (keys.isEmpty()) {
            return Mono.empty();
        }
        var objects =
                keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
        return call(() -> s3.deleteObjects(r -> r.bucket(bucket()).delete(d -> d.objects(objects))))
                .flatMap(answer -> answer.hasErrors() ? notDeleted(answer.errors()) : Mono.empty());
    }

    private static Mono<Void> notDeleted(List<S3Error> errors) {
        return Mono.error(
                new IllegalStateException(
                        "The store did not delete %d objects, of which the first is %s"
                                .formatted(errors.size(), errors.getFirst())));
    }

    /** Deletes every object whose key begins so. */
    public Mono<Void> deleteAll(String prefix) {
        return call(() -> s3.listObjectsV2(r -> r.bucket(bucket()).prefix(prefix)))
                .flatMap(
                        page -> {
                            var keys = page.contents().stream().map(S3Object::key).toList();
                            return delete(keys).thenReturn(Boolean.TRUE.equals(page.isTruncated()));
                        })
                .repeat()
                .takeWhile(more -> more)
                .then();
    }

    /** Makes the bucket when it is missing, and completes when the store answers. */
    Mono<Void> check() {
        return call(() -> s3.headBucket(r -> r.bucket(bucket())))
                .then()
                .onErrorResume(
                        ObjectStore::isGone,
                        _ -> call(() -> s3.createBucket(r -> r.bucket(bucket()))).then());
    }

    private String bucket() {
        return properties.bucket();
    }

    private static AsyncRequestBody body(List<ByteBuffer> bytes) {
        var views = bytes.stream().map(ByteBuffer::duplicate).toArray(ByteBuffer[]::new);
        return views.length == 0
                ? AsyncRequestBody.empty()
                : AsyncRequestBody.fromByteBuffersUnsafe(views);
    }

    private <T> Mono<T> call(Supplier<CompletableFuture<T>> request) {
        return Mono.fromFuture(request)
                .timeout(properties.callTimeout())
                .onErrorMap(ObjectStore::problem);
    }

    private static boolean isGone(Throwable error) {
        return error instanceof NoSuchUploadException
                || (error instanceof S3Exception answered && answered.statusCode() == NOT_FOUND);
    }

    /** What the store's absence is to a client; everything else stays as it is. */
    private static Throwable problem(Throwable error) {
        if (!isAway(error)) {
            return error;
        }
        log.warn("The store is away: {}", error.toString());
        return new ProblemException(
                ProblemTypes.SERVICE_UNAVAILABLE, "The store of files is away.");
    }

    /** A store that refuses our keys is as good as away: it passes when somebody sets them right. */
    private static boolean isAway(Throwable error) {
        return switch (error) {
            case TimeoutException _, SdkClientException _ -> true;
            case S3Exception answered ->
                    answered.statusCode() >= SERVER_ERROR
                            || answered.statusCode() == UNAUTHORIZED
                            || answered.statusCode() == FORBIDDEN;
            default -> false;
        };
    }
}
