package org.tertulia.notification.push.encryption;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The keys of this installation. They are made once, by whichever instance asks first, and never change: every subscription
 * is bound to them.
 */
@Component
public final class VapidKeys {

    private final VapidKeyRepository stored;
    private final Clock clock;
    private volatile @Nullable VapidKeyPair known;

    VapidKeys(VapidKeyRepository stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** The public key as browsers want it: base64url of an uncompressed point. */
    public Mono<String> publicKey() {
        return keys().map(VapidKeyPair::text);
    }

    Mono<VapidKeyPair> keys() {
        return Mono.defer(
                () -> {
                    var kept = known;
                    return kept == null ? load() : Mono.just(kept);
                });
    }

    private Mono<VapidKeyPair> load() {
        return stored.find().switchIfEmpty(Mono.defer(this::make)).doOnNext(keys -> known = keys);
    }

    /** Of several instances that make some the first one wins, and all take its. */
    private Mono<VapidKeyPair> make() {
        return stored.makeFirst(clock.instant()).then(Mono.defer(stored::find));
    }
}
