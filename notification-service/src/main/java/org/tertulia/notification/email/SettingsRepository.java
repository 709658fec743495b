package org.tertulia.notification.email;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.mail.DigestRhythm;
import org.tertulia.notification.mail.LinkHolder;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code email_settings}. */
@Repository
final class SettingsRepository {

    private static final String FIND =
            "select address, confirmed, digest, at, zone, language from email_settings where user_id = $1";

    private final DatabaseClient database;

    SettingsRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<EmailSettings> find(UserId person) {
        return find(FIND, person);
    }

    /** Locks them until the transaction ends; those of who has none are made. */
    Mono<EmailSettings> lock(UserId person) {
        var none = EmailSettings.NONE;
        return database.sql(
                        """
                        insert into email_settings (user_id, confirmed, digest, at, zone, language)
                        values ($1, false, $2, $3, $4, $5) on conflict (user_id) do nothing
                        """)
                .bind(0, person.value())
                .bind(1, none.digest().text())
                .bind(2, none.at())
                .bind(3, none.zone())
                .bind(4, none.language().text())
                .then()
                .then(find(FIND + " for update", person));
    }

    private Mono<EmailSettings> find(String sql, UserId person) {
        return database.sql(sql).bind(0, person.value()).map(SettingsRepository::settings).one();
    }

    private static EmailSettings settings(Readable row) {
        return new EmailSettings(
                row.get("address", String.class),
                get(row, "confirmed", Boolean.class),
                DigestRhythm.of(get(row, "digest", String.class)),
                get(row, "at", LocalTime.class),
                get(row, "zone", String.class),
                Language.of(get(row, "language", String.class)));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /**
     * Stores what somebody wants.
     *
     * @param next when the next digest is due; null for never
     */
    Mono<Void> store(UserId person, EmailSettings settings, @Nullable Instant next) {
        var sql =
                database.sql(
                                """
                                update email_settings set address = $2, confirmed = $3, digest = $4, at = $5, zone = $6,
                                    language = $7, next_at = $8
                                where user_id = $1
                                """)
                        .bind(0, person.value())
                        .bind(2, settings.confirmed())
                        .bind(3, settings.digest().text())
                        .bind(4, settings.at())
                        .bind(5, settings.zone())
                        .bind(6, settings.language().text());
        return bind(bind(sql, 1, settings.address(), String.class), 7, next, Instant.class).then();
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec sql, int index, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(index, type) : sql.bind(index, value);
    }

    /** Only what does not change when digests come. */
    Mono<Void> storeLanguage(UserId person, Language language) {
        return database.sql("update email_settings set language = $2 where user_id = $1")
                .bind(0, person.value())
                .bind(1, language.text())
                .then();
    }

    /** Ends the digests of a person to this address; to another one they go on. */
    Mono<Void> unsubscribe(LinkHolder holder) {
        return database.sql(
                        """
                        update email_settings set digest = 'off', next_at = null
                        where user_id = $1 and address = $2 and digest <> 'off'
                        """)
                .bind(0, holder.person().value())
                .bind(1, holder.address())
                .then();
    }
}
