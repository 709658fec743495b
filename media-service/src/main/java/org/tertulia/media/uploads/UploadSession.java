package org.tertulia.media.uploads;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.tertulia.media.uploads.Upload.Piece;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Takes in the body of one request. Whole parts go to the store as they fill; what is less than a part when the body
 * ends, when it has been in memory for long, or when memory is short, becomes a piece. Each is recorded when it is
 * durable and not before, so what a client is told survives everything. When the connection breaks, what came is kept.
 *
 * <p>With a checksum nothing is recorded before all of the body came and adds up. Used by one thread at a time.
 */
final class UploadSession {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final UploadSaving saving;
    private final UploadMemory.Share memory;
    private final UploadProperties properties;
    private final UUID token;
    private final @Nullable UploadChecksum checksum;

    private final Sinks.Empty<Void> bodyEnded = Sinks.empty();
    private final Sinks.Empty<Void> enough = Sinks.empty();
    private final List<ByteBuffer> buffer = new ArrayList<>();
    private final List<Piece> superseded = new ArrayList<>();
    private long buffered;
    private long bufferedSince;
    private long silentSince = System.nanoTime();
    private Upload upload;
    private Upload recorded;
    private @Nullable Throwable cut;

    UploadSession(
            Upload upload,
            UUID token,
            @Nullable UploadChecksum checksum,
            UploadSaving saving,
            UploadMemory memory,
            UploadProperties properties) {
        this.upload = upload;
        this.recorded = upload;
        this.token = token;
        this.checksum = checksum;
        this.saving = saving;
        this.memory = memory.share();
        this.properties = properties;
    }

    /**
     * The upload as it is durable after the body. Fails with {@link ChecksumMismatch}, {@link TooMuchSent}, {@link
     * UploadLocked}, or when the store or the database is away.
     */
    Mono<Upload> run(Flux<DataBuffer> body) {
        return steps(body)
                .concatMap(Supplier::get, 1)
                .then(Mono.defer(this::settle))
                .doFinally(_ -> memory.close());
    }

    /** What is to be done one after the other: something with the bytes as they come, and now and then a look. */
    private Flux<Supplier<Mono<Void>>> steps(Flux<DataBuffer> body) {
        Flux<Supplier<Mono<Void>>> bytes =
                body.map(UploadSession::copied)
                        .onErrorResume(this::cut)
                        .takeUntilOther(enough.asMono())
                        .doFinally(_ -> bodyEnded.tryEmitEmpty())
                        .map(stretch -> () -> take(stretch));
        Flux<Supplier<Mono<Void>>> looks =
                Flux.interval(LOOK_EVERY)
                        .onBackpressureDrop()
                        .takeUntilOther(bodyEnded.asMono())
                        .map(_ -> this::look);
        return Flux.merge(1, bytes, looks);
    }

    private static byte[] copied(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Flux<byte[]> cut(Throwable error) {
        cut = error;
        return Flux.empty();
    }

    /** A client that stays silent is taken to be gone; what came of one that is slow does not stay in memory. */
    private Mono<Void> look() {
        if (isOlder(silentSince, properties.patience())) {
            cut = new TimeoutException("Nothing came for " + properties.patience());
            enough.tryEmitEmpty();
            return Mono.empty();
        }
        return isOlder(bufferedSince, properties.keepAfter()) ? spill() : Mono.empty();
    }

    private static boolean isOlder(long since, Duration age) {
        return System.nanoTime() - since > age.toNanos();
    }

    private Mono<Void> take(byte[] bytes) {
        if (checksum != null) {
            checksum.add(bytes);
        }
        return takeFrom(bytes, 0);
    }

    /** Takes what belongs to the part that is being filled, then what belongs to the next. */
    private Mono<Void> takeFrom(byte[] bytes, int from) {
        if (from == bytes.length) {
            silentSince = System.nanoTime();
            return Mono.empty();
        }
        var room = upload.nextPartBytes() - upload.pieceBytes() - buffered;
        if (room <= 0) {
            return Mono.error(new TooMuchSent(upload.id()));
        }
        var to = (int) Math.min(bytes.length, from + room);
        var taken = from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
        return held(taken.length)
                .then(Mono.defer(() -> keep(taken)))
                .then(Mono.defer(() -> takeFrom(bytes, to)));
    }

    private Mono<Void> held(int bytes) {
        if (memory.tryHold(bytes)) {
            return Mono.empty();
        }
        return spill().then(memory.hold(bytes));
    }

    private Mono<Void> keep(byte[] bytes) {
        if (buffer.isEmpty()) {
            bufferedSince = System.nanoTime();
        }
        buffer.add(ByteBuffer.wrap(bytes));
        buffered += bytes.length;
        if (upload.pieceBytes() + buffered == upload.nextPartBytes()) {
            return fill();
        }
        return isOlder(bufferedSince, properties.keepAfter()) ? spill() : Mono.empty();
    }

    /** Writes the pieces and the buffer as the next part. */
    private Mono<Void> fill() {
        return saving.begun(recorded, token)
                .doOnNext(this::begun)
                .then(Mono.defer(() -> saving.writePart(upload, List.copyOf(buffer))))
                .doOnNext(_ -> superseded.addAll(upload.pieces()))
                .flatMap(this::advance);
    }

    private void begun(Upload begun) {
        recorded = begun;
        upload = upload.withMultipart(begun.multipartId());
    }

    /** Writes the buffer as a piece. */
    private Mono<Void> spill() {
        return buffer.isEmpty()
                ? Mono.empty()
                : saving.writePiece(upload, List.copyOf(buffer)).flatMap(this::advance);
    }

    private Mono<Void> advance(Upload next) {
        upload = next;
        buffer.clear();
        buffered = 0;
        memory.release();
        return checksum == null ? record() : Mono.empty();
    }

    /** From here on it is durable; the pieces that became parts are not needed any more. */
    private Mono<Void> record() {
        var done = List.copyOf(superseded);
        superseded.clear();
        return saving.save(upload, token).doOnNext(this::recorded).then(saving.delete(done));
    }

    private void recorded(Upload saved) {
        upload = saved;
        recorded = saved;
    }

    private Mono<Upload> settle() {
        if (checksum != null && cut != null) {
            return refused(cut);
        }
        if (checksum != null && !checksum.holds()) {
            return refused(new ChecksumMismatch(upload.id()));
        }
        return spill().then(Mono.defer(() -> checksum == null ? Mono.empty() : record()))
                .then(Mono.fromSupplier(() -> upload));
    }

    /** Nothing was recorded, so nobody will ask for what was written. */
    private Mono<Upload> refused(Throwable error) {
        var written =
                Stream.concat(superseded.stream(), upload.pieces().stream())
                        .filter(piece -> !recorded.pieces().contains(piece))
                        .toList();
        return saving.delete(written).then(Mono.error(error));
    }
}
