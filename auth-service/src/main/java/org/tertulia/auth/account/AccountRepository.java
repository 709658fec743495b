package org.tertulia.auth.account;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** SQL on the accounts table. */
@Repository
class AccountRepository {

    private final DatabaseClient database;

    AccountRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether it was inserted: not when the handle or the email address is another account's. */
    Mono<Boolean> insertIfFree(Credentials credentials) {
        var account = credentials.account();
        return database.sql(
                        """
                        insert into accounts
                            (id, handle, display_name, email, email_key, language, password_hash, created_at)
                        values (:id, :handle, :displayName, :email, :emailKey, :language, :hash, :createdAt)
                        on conflict do nothing
                        """)
                .bind("id", account.id().value())
                .bind("handle", account.handle().value())
                .bind("displayName", account.displayName())
                .bind("email", account.email().value())
                .bind("emailKey", account.email().key())
                .bind("language", Parameter.fromOrEmpty(tag(account.language()), String.class))
                .bind("hash", credentials.passwordHash())
                .bind("createdAt", account.createdAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Boolean> existsHandle(Handle handle) {
        return exists("select 1 from accounts where handle = :key", handle.value());
    }

    Mono<Boolean> existsEmail(EmailAddress email) {
        return exists("select 1 from accounts where email_key = :key", email.key());
    }

    Mono<Credentials> findById(UserId id) {
        return database.sql("select * from accounts where id = :id")
                .bind("id", id.value())
                .map(AccountRepository::credentials)
                .one();
    }

    Mono<Credentials> findByHandle(String handle) {
        return database.sql("select * from accounts where handle = :handle")
                .bind("handle", handle)
                .map(AccountRepository::credentials)
                .one();
    }

    Mono<Credentials> findByEmailKey(String emailKey) {
        return database.sql("select * from accounts where email_key = :emailKey")
                .bind("emailKey", emailKey)
                .map(AccountRepository::credentials)
                .one();
    }

    /** Whether it was replaced: not when the password is no longer the one in {@code from}. */
    Mono<Boolean> replacePassword(Credentials from, String hash) {
        return database.sql(
                        """
                        update accounts
                           set password_hash = :hash, password_version = password_version + 1
                         where id = :id and password_version = :version
                        """)
                .bind("id", from.account().id().value())
                .bind("version", from.passwordVersion())
                .bind("hash", hash)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Stores another hash of the same password, unless either changed meanwhile. */
    Mono<Void> replaceHash(Credentials from, String hash) {
        return database.sql(
                        """
                        update accounts set password_hash = :hash
                         where id = :id and password_hash = :before
                        """)
                .bind("id", from.account().id().value())
                .bind("before", from.passwordHash())
                .bind("hash", hash)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Locks like {@link #lock}; whether the password is still the one in {@code known}. */
    Mono<Boolean> lockIfUnchanged(Credentials known) {
        return database.sql(
                        """
                        select id from accounts
                         where id = :id and password_version = :version for no key update
                        """)
                .bind("id", known.account().id().value())
                .bind("version", known.passwordVersion())
                .fetch()
                .first()
                .hasElement();
    }

    /** Does not hinder those that only refer to the account. */
    Mono<Void> lock(UserId id) {
        return database.sql("select id from accounts where id = :id for no key update")
                .bind("id", id.value())
                .fetch()
                .first()
                .then();
    }

    private Mono<Boolean> exists(String sql, String key) {
        return database.sql(sql).bind("key", key).fetch().first().hasElement();
    }

    private static @Nullable String tag(@Nullable Language language) {
        return language == null ? null : language.tag();
    }

    private static Credentials credentials(Readable row) {
        var language = row.get("language", String.class);
        var account =
                new Account(
                        new UserId(value(row, "id", UUID.class)),
                        new Handle(value(row, "handle", String.class)),
                        value(row, "display_name", String.class),
                        new EmailAddress(value(row, "email", String.class)),
                        language == null ? null : Language.of(language),
                        value(row, "created_at", Instant.class));
        return new Credentials(
                account,
                value(row, "password_hash", String.class),
                value(row, "password_version", Integer.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
