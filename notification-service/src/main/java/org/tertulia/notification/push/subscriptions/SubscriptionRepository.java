package org.tertulia.notification.push.subscriptions;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.push.encryption.SubscriptionKeys;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code push_subscriptions}. */
@Repository
final class SubscriptionRepository {

    private static final String COLUMNS =
            "subscription_id, endpoint, p256dh, auth, name, content_free, language, created_at";

    private static final String PUT =
            """
            insert into push_subscriptions (
                subscription_id, user_id, endpoint, p256dh, auth, name, content_free, language, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (endpoint) do update
            set user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth, name = excluded.name,
                content_free = excluded.content_free, language = excluded.language
            returning\s"""
                    + COLUMNS;

    private final DatabaseClient database;

    SubscriptionRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Until the transaction ends, nobody else changes what the person has. */
    Mono<Void> lock(UserId person) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                .bind(0, "push-subscriptions/" + person)
                .then();
    }

    /** Whoever used this browser before is not told on it any more. */
    Mono<Void> takeFromOthers(UserId person, String endpoint) {
        return database.sql("delete from push_subscriptions where endpoint = $1 and user_id <> $2")
                .bind(0, endpoint)
                .bind(1, person.value())
                .then();
    }

    /** As it is then; of one that is known the id and its age stay. */
    Mono<Subscription> put(UserId person, Subscription it) {
        return database.sql(PUT)
                .bind(0, it.id())
                .bind(1, person.value())
                .bind(2, it.endpoint())
                .bind(3, it.keys().p256dh())
                .bind(4, it.keys().auth())
                .bind(5, it.name())
                .bind(6, it.contentFree())
                .bind(7, it.language().text())
                .bind(8, it.createdAt())
                .map(SubscriptionRepository::subscription)
                .one();
    }

    Mono<Void> deleteOldest(UserId person, int kept) {
        return database.sql(
                        """
                        delete from push_subscriptions where subscription_id in (
                            select subscription_id from push_subscriptions where user_id = $1
                            order by created_at desc, subscription_id desc offset $2)
                        """)
                .bind(0, person.value())
                .bind(1, kept)
                .then();
    }

    Mono<List<Subscription>> findAll(UserId person, int limit) {
        return database.sql(
                        "select "
                                + COLUMNS
                                + " from push_subscriptions where user_id = $1"
                                + " order by created_at desc, subscription_id desc limit $2")
                .bind(0, person.value())
                .bind(1, limit)
                .map(SubscriptionRepository::subscription)
                .all()
                .collectList();
    }

    /** Whether there was such a one of the person's. */
    Mono<Boolean> delete(UserId person, UUID id) {
        return database.sql(
                        "delete from push_subscriptions where user_id = $1 and subscription_id = $2")
                .bind(0, person.value())
                .bind(1, id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Subscription subscription(Readable row) {
        return new Subscription(
                get(row, "subscription_id", UUID.class),
                get(row, "endpoint", String.class),
                new SubscriptionKeys(
                        get(row, "p256dh", String.class), get(row, "auth", String.class)),
                get(row, "name", String.class),
                get(row, "content_free", Boolean.class),
                Language.of(get(row, "language", String.class)),
                get(row, "created_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
