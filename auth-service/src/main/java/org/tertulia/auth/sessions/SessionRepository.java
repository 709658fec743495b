package org.tertulia.auth.sessions;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** SQL on the sessions table. */
@Repository
class SessionRepository {

    private final DatabaseClient database;

    SessionRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Adds the session with its first refresh token, in one statement. */
    Mono<Void> insert(Session session, RefreshToken first) {
        return database.sql(
                        """
                        with opened as (
                            insert into sessions (id, account_id, device_name, address,
                                                  created_at, last_used_at, rotated_at)
                            values (:id, :userId, :deviceName, :address, :createdAt, :createdAt, :createdAt)
                            returning id)
                        insert into refresh_tokens (token_hash, session_id, generation, issued_at)
                        select :hash, id, 0, :createdAt from opened
                        """)
                .bind("id", session.id().value())
                .bind("userId", session.userId().value())
                .bind("deviceName", session.deviceName())
                .bind("address", Parameter.fromOrEmpty(session.address(), String.class))
                .bind("createdAt", session.createdAt())
                .bind("hash", first.hash())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Newest use first. */
    Flux<Session> findByUser(UserId userId, Instant usedAfter, int limit) {
        return database.sql(
                        """
                        select id, account_id, device_name, address, created_at, last_used_at
                          from sessions
                         where account_id = :userId and last_used_at > :usedAfter
                         order by last_used_at desc, id desc
                         limit :limit
                        """)
                .bind("userId", userId.value())
                .bind("usedAfter", usedAfter)
                .bind("limit", limit)
                .map(SessionRepository::session)
                .all();
    }

    Mono<Boolean> exists(UserId userId, SessionId id, Instant usedAfter) {
        return database.sql(
                        """
                        select 1 from sessions
                         where id = :id and account_id = :userId and last_used_at > :usedAfter
                        """)
                .bind("id", id.value())
                .bind("userId", userId.value())
                .bind("usedAfter", usedAfter)
                .fetch()
                .first()
                .hasElement();
    }

    /** Whether there was one to delete. Its refresh tokens go with it. */
    Mono<Boolean> delete(UserId userId, SessionId id) {
        return database.sql("delete from sessions where id = :id and account_id = :userId")
                .bind("id", id.value())
                .bind("userId", userId.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Deletes all of a person's sessions but {@code kept} and tells which. */
    Flux<SessionId> deleteOthers(UserId userId, SessionId kept) {
        return database.sql(
                        """
                        delete from sessions where account_id = :userId and id <> :kept
                        returning id
                        """)
                .bind("userId", userId.value())
                .bind("kept", kept.value())
                .map(SessionRepository::id)
                .all();
    }

    /** A person's sessions past the {@code kept} that were used last. */
    Flux<SessionId> findExcess(UserId userId, int kept, int limit) {
        return database.sql(
                        """
                        select id from sessions where account_id = :userId
                         order by last_used_at desc, id desc
                        offset :kept limit :limit
                        """)
                .bind("userId", userId.value())
                .bind("kept", kept)
                .bind("limit", limit)
                .map(SessionRepository::id)
                .all();
    }

    /** Deletes at most {@code limit} sessions that were last used before; returns how many. */
    Mono<Long> deleteIdle(Instant usedBefore, int limit) {
        return database.sql(
                        """
                        delete from sessions where id in (
                            select id from sessions where last_used_at < :usedBefore
                             order by last_used_at limit :limit for update skip locked)
                        """)
                .bind("usedBefore", usedBefore)
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    private static SessionId id(Readable row) {
        return new SessionId(value(row, "id", UUID.class));
    }

    private static Session session(Readable row) {
        @Nullable String address = row.get("address", String.class);
        return new Session(
                id(row),
                new UserId(value(row, "account_id", UUID.class)),
                value(row, "device_name", String.class),
                address,
                value(row, "created_at", Instant.class),
                value(row, "last_used_at", Instant.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
