package org.tertulia.media.content;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.tertulia.media.store.ObjectStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands bytes from the store on to a client, as fast as the client takes them: a little of each object is in memory at a
 * time. When the client goes away the reading ends. Whatever the bytes are, a browser that opens them runs nothing of
 * them, and pages of other origins can not embed them.
 */
@Component
final class ContentSending {

    /** No script, no form, no frame, no request; and an origin that nobody else has. */
    private static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private static final List<String> OF_THE_FILE =
            List.of(
                    HttpHeaders.ETAG,
                    HttpHeaders.ACCEPT_RANGES,
                    HttpHeaders.CONTENT_RANGE,
                    HttpHeaders.CONTENT_DISPOSITION);

    private final ObjectStore store;
    private final MeterRegistry meters;
    private final Counter bytesTaken;
    private final AtomicInteger open = new AtomicInteger();

    ContentSending(ObjectStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
        this.bytesTaken = meters.counter("media.content.bytes");
        meters.gauge("media.content.open", Tags.empty(), open);
    }

    /** Answers with the headers only. */
    Mono<Void> describe(ServerHttpResponse response, Content content, boolean download) {
        common(response.getHeaders(), content);
        whole(response.getHeaders(), content, download);
        return response.setComplete();
    }

    /** Answers with what was selected. Fails with {@link RangeNotSatisfiable}. */
    Mono<Void> send(
            ServerHttpResponse response, Content content, Selection selection, boolean download) {
        var headers = response.getHeaders();
        common(headers, content);
        counted(content, selection);
        return switch (selection) {
            case Selection.Unchanged _ -> {
                response.setStatusCode(HttpStatus.NOT_MODIFIED);
                yield response.setComplete();
            }
            case Selection.Unsatisfiable _ -> unsatisfiable(response, content);
            case Selection.Whole _ -> {
                whole(headers, content, download);
                yield content.bytes() == 0
                        ? response.setComplete()
                        : body(response, content, ByteRange.whole(content.bytes()));
            }
            case Selection.Part(var range) -> {
                response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
                part(headers, content, range, download);
                yield body(response, content, range);
            }
        };
    }

    /** The header is set last, since what is told of a body goes when it is replaced by a problem. */
    private static Mono<Void> unsatisfiable(ServerHttpResponse response, Content content) {
        forget(response.getHeaders());
        var there = "bytes */" + content.bytes();
        response.beforeCommit(
                () ->
                        Mono.fromRunnable(
                                () -> response.getHeaders().set(HttpHeaders.CONTENT_RANGE, there)));
        return Mono.error(new RangeNotSatisfiable(content.bytes()));
    }

    private static void common(HttpHeaders headers, Content content) {
        headers.setCacheControl("private, no-cache");
        headers.setETag(content.tag());
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
    }

    private static void whole(HttpHeaders headers, Content content, boolean download) {
        headers.setContentType(MediaType.parseMediaType(content.contentType()));
        headers.setContentLength(content.bytes());
        var inline = content.isInline() && !download;
        headers.set(HttpHeaders.CONTENT_DISPOSITION, Disposition.of(inline, content.name()));
    }

    private static void part(
            HttpHeaders headers, Content content, ByteRange range, boolean download) {
        whole(headers, content, download);
        headers.setContentLength(range.length());
        headers.set(
                HttpHeaders.CONTENT_RANGE,
                "bytes %d-%d/%d".formatted(range.first(), range.last(), content.bytes()));
    }

    private Mono<Void> body(ServerHttpResponse response, Content content, ByteRange range) {
        var bytes =
                read(content, range)
                        .<DataBuffer>map(response.bufferFactory()::wrap)
                        .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
        return response.writeWith(bytes).doOnError(_ -> forget(response));
    }

    /** Fails when the store has less than it should: the client must not take a part for the whole. */
    private Flux<ByteBuffer> read(Content content, ByteRange range) {
        return Flux.defer(
                () -> {
                    var missing = new AtomicLong(range.length());
                    open.incrementAndGet();
                    return store.read(content.objectKey(), range.first(), range.last())
                            .doOnNext(bytes -> taken(bytes.remaining(), missing))
                            .concatWith(Mono.defer(() -> complete(content, missing.get())))
                            .doFinally(_ -> open.decrementAndGet());
                });
    }

    private void taken(int bytes, AtomicLong missing) {
        missing.addAndGet(-bytes);
        bytesTaken.increment(bytes);
    }

    private static Mono<ByteBuffer> complete(Content content, long missing) {
        return missing == 0
                ? Mono.empty()
                : Mono.error(
                        new IllegalStateException(
                                "The store has %d bytes less of %s than it should"
                                        .formatted(missing, content.objectKey())));
    }

    /** A problem that is told instead has nothing of the file. */
    private static void forget(ServerHttpResponse response) {
        if (!response.isCommitted()) {
            response.setStatusCode(null);
            forget(response.getHeaders());
        }
    }

    private static void forget(HttpHeaders headers) {
        OF_THE_FILE.forEach(headers::remove);
    }

    private void counted(Content content, Selection selection) {
        var result =
                switch (selection) {
                    case Selection.Whole _ -> "whole";
                    case Selection.Part _ -> "part";
                    case Selection.Unchanged _ -> "unchanged";
                    case Selection.Unsatisfiable _ -> "unsatisfiable";
                };
        meters.counter("media.content.send", "variant", content.variant().text(), "result", result)
                .increment();
    }
}
