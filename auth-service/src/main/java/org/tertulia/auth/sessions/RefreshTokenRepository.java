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
import reactor.core.publisher.Mono;

/** SQL on the refresh_tokens table. */
@Repository
class RefreshTokenRepository {

    /**
     * Decides and does it in one statement. The row of the session serialises those that come at once:
     * the first moves the session to its next generation; for the others the conditions are read again
     * on the moved row, so they see a token of the generation before.
     */
    private static final String ROTATE =
            """
        with rotated as (
            update sessions s
               set generation = case when s.generation = t.generation
                                     then s.generation + 1 else s.generation end,
                   rotated_at = case when s.generation = t.generation
                                     then :now else s.rotated_at end,
                   last_used_at = :now,
                   address = coalesce(:address, s.address)
              from refresh_tokens t
             where t.token_hash = :presented
               and s.id = t.session_id
               and s.last_used_at > :idleSince
               and (s.generation = t.generation
                    or (s.generation = t.generation + 1 and s.rotated_at > :graceSince))
            returning s.id, s.account_id, s.generation),
        issued as (
            insert into refresh_tokens (token_hash, session_id, generation, issued_at)
            select :next, id, generation, :now from rotated)
        select id, account_id from rotated
        """;

    private final DatabaseClient database;

    RefreshTokenRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Stores the token that follows a good one. Empty when the presented one is not good: unknown, used
     * up, or of a session idle since {@code idleSince}; one of the generation before the current one is
     * good when that began after {@code graceSince}.
     */
    Mono<OpenSession> rotate(Presented presented, RefreshToken next) {
        return database.sql(ROTATE)
                .bind("now", presented.now())
                .bind("address", Parameter.fromOrEmpty(presented.address(), String.class))
                .bind("presented", presented.token().hash())
                .bind("idleSince", presented.idleSince())
                .bind("graceSince", presented.graceSince())
                .bind("next", next.hash())
                .map(row -> new OpenSession(sessionId(row), userId(row), next))
                .one();
    }

    /** The session that a token was used up in; empty when the token is unknown or not used up. */
    Mono<UsedUp> findUsedUp(RefreshToken token) {
        return database.sql(
                        """
                        select s.id, s.account_id
                          from refresh_tokens t join sessions s on s.id = t.session_id
                         where t.token_hash = :hash and t.generation < s.generation
                        """)
                .bind("hash", token.hash())
                .map(row -> new UsedUp(sessionId(row), userId(row)))
                .one();
    }

    /** Deletes at most {@code limit} tokens issued before; returns how many. */
    Mono<Long> deleteIssuedBefore(Instant before, int limit) {
        return database.sql(
                        """
                        delete from refresh_tokens where token_hash in (
                            select token_hash from refresh_tokens where issued_at < :before
                             limit :limit for update skip locked)
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    private static SessionId sessionId(Readable row) {
        return new SessionId(Objects.requireNonNull(row.get("id", UUID.class)));
    }

    private static UserId userId(Readable row) {
        return new UserId(Objects.requireNonNull(row.get("account_id", UUID.class)));
    }

    /** A token that came in, and the times it is judged by. */
    record Presented(
            RefreshToken token,
            @Nullable String address,
            Instant now,
            Instant idleSince,
            Instant graceSince) {}

    /** Where a token was used up. */
    record UsedUp(SessionId sessionId, UserId userId) {}
}
