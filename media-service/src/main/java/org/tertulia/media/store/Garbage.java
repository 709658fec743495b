package org.tertulia.media.store;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What is to be taken out of the store. It is noted in the transaction that makes it superfluous, and taken out
 * later, so that no object is left behind by a crash. Taking out may be repeated.
 */
@Component
public final class Garbage {

    private static final Logger log = LoggerFactory.getLogger(Garbage.class);

    private final GarbageRepository noted;
    private final ObjectStore store;
    private final Clock clock;

    Garbage(GarbageRepository noted, ObjectStore store, Clock clock) {
        this.noted = noted;
        this.store = store;
        this.clock = clock;
    }

    /** Notes all objects whose keys begin with {@code prefix}. */
    public Mono<Void> add(String prefix) {
        return add(prefix, null, null);
    }

    /** Notes all objects whose keys begin with {@code prefix}, and the parts of one that was never completed. */
    public Mono<Void> add(String prefix, @Nullable String objectKey, @Nullable String multipartId) {
        return Mono.defer(() -> noted.insert(prefix, objectKey, multipartId, clock.instant()));
    }

    /** Takes out what has been noted longest, at most so much; how much it was. What fails stays noted. */
    public Mono<Long> collect(int limit) {
        return noted.findOldest(limit)
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(found -> remove(found).thenReturn(found).onErrorResume(Garbage::later))
                .count();
    }

    private static Mono<GarbageRepository.Found> later(Throwable error) {
        log.warn("Something could not be taken out of the store: {}", error.toString());
        return Mono.empty();
    }

    private Mono<Void> remove(GarbageRepository.Found found) {
        var key = found.objectKey();
        var multipart = found.multipartId();
        var parts =
                key == null || multipart == null
                        ? Mono.<Void>empty()
                        : store.abortParts(key, multipart);
        return parts.then(store.deleteAll(found.prefix()))
                .then(Mono.defer(() -> noted.delete(List.of(found.prefix()))));
    }
}
