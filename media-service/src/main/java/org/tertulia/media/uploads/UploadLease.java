package org.tertulia.media.uploads;

import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.MediaId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets one at a time work on an upload, over all instances. The lease is renewed while the work goes on; it runs out
 * when its instance dies. Work whose lease is lost ends with {@link UploadLocked}, and can store nothing any more.
 */
@Component
final class UploadLease {

    private static final int RENEWALS_PER_LEASE = 4;

    private record Held(Upload upload, UUID token) {}

    private final UploadRepository uploads;
    private final UploadProperties properties;
    private final IdGenerator ids;

    UploadLease(UploadRepository uploads, UploadProperties properties, IdGenerator ids) {
        this.uploads = uploads;
        this.properties = properties;
        this.ids = ids;
    }

    /** Works on the upload as it is now. Fails with {@link UploadLocked} when somebody else does. */
    <T> Mono<T> hold(MediaId id, BiFunction<Upload, UUID, Mono<T>> work) {
        return Mono.usingWhen(
                Mono.defer(() -> take(id)),
                held ->
                        Mono.firstWithSignal(
                                Mono.defer(() -> work.apply(held.upload(), held.token())),
                                this.<T>lost(held)),
                held -> uploads.release(id, held.token()));
    }

    private Mono<Held> take(MediaId id) {
        var token = ids.next();
        return uploads.lease(id, token, properties.lease())
                .map(upload -> new Held(upload, token))
                .switchIfEmpty(Mono.error(() -> new UploadLocked(id)));
    }

    /** Fails when the lease is lost, and never ends otherwise. A database that is away for a moment loses nothing. */
    private <T> Mono<T> lost(Held held) {
        var id = held.upload().id();
        return Flux.interval(properties.lease().dividedBy(RENEWALS_PER_LEASE))
                .onBackpressureDrop()
                .concatMap(
                        _ ->
                                uploads.renew(id, held.token(), properties.lease())
                                        .onErrorReturn(true),
                        1)
                .filter(stillHeld -> !stillHeld)
                .next()
                .flatMap(_ -> Mono.error(new UploadLocked(id)));
    }
}
