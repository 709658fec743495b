package org.tertulia.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The signing keys as this instance knows them. They are read from the database every half minute, and
 * a new key is published an hour before it signs, so every instance knows a key long before any uses it.
 * When the database is away, the keys known last go on.
 */
@Component
public class SigningKeys {

    private final KeyRotation rotation;
    private final Clock clock;
    private volatile @Nullable KeyRing known;

    SigningKeys(KeyRotation rotation, Clock clock) {
        this.rotation = rotation;
        this.clock = clock;
    }

    /** The key to sign with now, both halves. */
    public Mono<ECKey> signing() {
        return ring().map(this::signingKey);
    }

    /** The public halves of all keys that a valid token may be signed with, now or soon. */
    public Mono<List<ECKey>> published() {
        return ring().map(KeyRing::published);
    }

    @Scheduled(fixedDelayString = "${tertulia.auth.keys.check-every:30s}")
    Mono<Void> refresh() {
        return load().then();
    }

    private Mono<KeyRing> ring() {
        return Mono.defer(
                () -> {
                    var ring = known;
                    return ring == null ? load() : Mono.just(ring);
                });
    }

    private Mono<KeyRing> load() {
        return rotation.rotate().doOnNext(ring -> known = ring);
    }

    private ECKey signingKey(KeyRing ring) {
        return ring.signing(clock.instant())
                .orElseThrow(() -> new IllegalStateException("There is no signing key"))
                .jwk();
    }
}
