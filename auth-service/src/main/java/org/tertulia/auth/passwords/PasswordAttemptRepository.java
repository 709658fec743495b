package org.tertulia.auth.passwords;

import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** SQL on the password_attempts table. */
@Repository
class PasswordAttemptRepository {

    private final DatabaseClient database;

    PasswordAttemptRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Counts one more attempt, in a new window when the last one is over; counts to {@code most} only. */
    Mono<Attempts> add(byte[] subject, Instant now, Instant windowEnds, int most) {
        return database.sql(
                        """
                        insert into password_attempts as a (subject, attempts, window_ends)
                        values (:subject, 1, :windowEnds)
                        on conflict (subject) do update
                           set attempts = case when a.window_ends <= :now then 1
                                               else least(a.attempts + 1, :most) end,
                               window_ends = case when a.window_ends <= :now then :windowEnds
                                                  else a.window_ends end
                        returning attempts, window_ends
                        """)
                .bind("subject", subject)
                .bind("now", now)
                .bind("windowEnds", windowEnds)
                .bind("most", most)
                .map(
                        row ->
                                new Attempts(
                                        Objects.requireNonNull(row.get("attempts", Integer.class)),
                                        Objects.requireNonNull(
                                                row.get("window_ends", Instant.class))))
                .one();
    }

    /** Takes one attempt back. */
    Mono<Void> takeBack(byte[] subject) {
        return database.sql(
                        """
                        update password_attempts set attempts = greatest(attempts - 1, 0)
                         where subject = :subject
                        """)
                .bind("subject", subject)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> clear(byte[] subject) {
        return database.sql("delete from password_attempts where subject = :subject")
                .bind("subject", subject)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Deletes at most {@code limit} of the windows that are over. */
    Mono<Long> deleteEnded(Instant before, int limit) {
        return database.sql(
                        """
                        delete from password_attempts where subject in (
                            select subject from password_attempts where window_ends < :before
                             order by window_ends limit :limit for update skip locked)
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    /** How many attempts there were, this one included, and until when they count. */
    record Attempts(int count, Instant windowEnds) {}
}
