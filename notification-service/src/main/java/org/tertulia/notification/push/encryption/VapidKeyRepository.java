package org.tertulia.notification.push.encryption;

import io.r2dbc.spi.Readable;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.starter.secrets.AtRestCipher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The one row of {@code vapid_keys}. What is random or encrypted is so on a scheduler of its own. */
@Repository
final class VapidKeyRepository {

    private static final String NAME = "vapid";

    private final DatabaseClient database;
    private final AtRestCipher cipher;
    private final Scheduler pushCrypto;

    VapidKeyRepository(DatabaseClient database, PushProperties properties, Scheduler pushCrypto) {
        this.database = database;
        this.pushCrypto = pushCrypto;
        this.cipher = new AtRestCipher(properties.keyEncryptionKey());
    }

    /** Empty as long as there is none. Fails with {@link VapidKeysSealed}. */
    Mono<VapidKeyPair> find() {
        return database.sql("select public_key, sealed_private_key from vapid_keys")
                .map(row -> List.of(bytes(row, "public_key"), bytes(row, "sealed_private_key")))
                .one()
                .publishOn(pushCrypto)
                .map(found -> opened(found.getFirst(), found.getLast()));
    }

    private static byte[] bytes(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, byte[].class));
    }

    private VapidKeyPair opened(byte[] publicPoint, byte[] sealed) {
        try {
            return VapidKeyPair.of(publicPoint, cipher.open(NAME, sealed));
        } catch (GeneralSecurityException e) {
            throw new VapidKeysSealed(e);
        }
    }

    /** Makes some and stores them, unless there are some by then. */
    Mono<Void> makeFirst(Instant at) {
        return Mono.fromSupplier(VapidKeyPair::generate)
                .subscribeOn(pushCrypto)
                .flatMap(keys -> insertFirst(keys, at));
    }

    private Mono<Void> insertFirst(VapidKeyPair keys, Instant at) {
        return database.sql(
                        """
                        insert into vapid_keys (public_key, sealed_private_key, created_at) values ($1, $2, $3)
                        on conflict do nothing
                        """)
                .bind(0, keys.publicPoint())
                .bind(1, cipher.seal(NAME, keys.privateNumber()))
                .bind(2, at)
                .then();
    }
}
