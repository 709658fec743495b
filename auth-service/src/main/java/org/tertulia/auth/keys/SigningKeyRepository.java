package org.tertulia.auth.keys;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** SQL on the signing_keys table. */
@Repository
class SigningKeyRepository {

    /** Any number; whoever holds this lock decides about keys. It spells "keys" in ASCII. */
    private static final long ROTATION_LOCK = 0x6B657973;

    private static final int MOST_KEYS = 100;

    private final DatabaseClient database;
    private final KeyCipher cipher;

    SigningKeyRepository(DatabaseClient database, KeyCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** Until the transaction ends, no other instance decides about keys. */
    Mono<Void> lock() {
        return database.sql("select pg_advisory_xact_lock(:lock)")
                .bind("lock", ROTATION_LOCK)
                .then();
    }

    /** Fails with {@link SigningKeysSealed} when one cannot be decrypted. */
    Flux<SigningKey> findAll() {
        return database.sql(
                        """
                        select kid, sealed_jwk, signs_from from signing_keys
                         order by signs_from desc limit :limit
                        """)
                .bind("limit", MOST_KEYS)
                .map(this::key)
                .all();
    }

    Mono<Void> insert(SigningKey key, Instant createdAt) {
        return database.sql(
                        """
                        insert into signing_keys (kid, sealed_jwk, signs_from, created_at)
                        values (:kid, :sealedJwk, :signsFrom, :createdAt)
                        """)
                .bind("kid", key.kid())
                .bind("sealedJwk", cipher.seal(key.jwk()))
                .bind("signsFrom", key.signsFrom())
                .bind("createdAt", createdAt)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> delete(Collection<SigningKey> keys) {
        return database.sql("delete from signing_keys where kid = any(:kids)")
                .bind("kids", keys.stream().map(SigningKey::kid).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private SigningKey key(Readable row) {
        var kid = Objects.requireNonNull(row.get("kid", String.class));
        var sealed = Objects.requireNonNull(row.get("sealed_jwk", byte[].class));
        var signsFrom = Objects.requireNonNull(row.get("signs_from", Instant.class));
        return new SigningKey(cipher.open(kid, sealed), signsFrom);
    }
}
