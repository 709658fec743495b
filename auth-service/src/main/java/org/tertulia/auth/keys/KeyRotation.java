package org.tertulia.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes the next signing key in time and drops those nobody needs any more. Instances take turns by a
 * lock in the database, and each decides by what is in the table then: however many start at once, there
 * is one first key, and one next.
 */
@Component
class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final SigningKeyRepository keys;
    private final KeyProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    KeyRotation(
            SigningKeyRepository keys,
            KeyProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The keys as they are when all that was due has been done. */
    Mono<KeyRing> rotate() {
        return keys.lock()
                .then(ring())
                .flatMap(this::addIfDue)
                .flatMap(this::dropRetired)
                .as(transactions::transactional);
    }

    private Mono<KeyRing> ring() {
        return keys.findAll().collectList().map(KeyRing::new);
    }

    private Mono<KeyRing> addIfDue(KeyRing ring) {
        var now = now();
        var due = ring.nextSignsFrom(now, properties.rotationPeriod(), properties.publishAhead());
        return due.map(signsFrom -> add(new SigningKey(generate(), signsFrom), now))
                .orElseGet(() -> Mono.just(ring));
    }

    private Mono<KeyRing> add(SigningKey key, Instant now) {
        log.info("New signing key {} signs from {}", key.kid(), key.signsFrom());
        return keys.insert(key, now).then(ring());
    }

    private Mono<KeyRing> dropRetired(KeyRing ring) {
        var retired = ring.retired(now(), properties.retention());
        if (retired.isEmpty()) {
            return Mono.just(ring);
        }
        log.info("Dropping retired signing keys {}", retired);
        return keys.delete(retired).then(ring());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}
