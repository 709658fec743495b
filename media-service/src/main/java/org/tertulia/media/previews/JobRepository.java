package org.tertulia.media.previews;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.media.previews.PreviewQueue.Job;
import org.tertulia.starter.id.MediaId;
import reactor.core.publisher.Mono;

/** The table {@code preview_jobs}. Time is the database's, so that the instances need not agree about it. */
@Repository
final class JobRepository {

    /**
     * A job that was taken.
     *
     * @param job for who took it
     * @param before the token of who had it before and did not say what became of it; null when nobody did
     */
    record Taken(Job job, @Nullable UUID before) {}

    private final DatabaseClient database;

    JobRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(MediaId id) {
        return database.sql(
                        """
                        insert into preview_jobs (media_id, attempts, available_at)
                        values ($1, 0, clock_timestamp()) on conflict (media_id) do nothing
                        """)
                .bind(0, id.value())
                .then();
    }

    Mono<Taken> take(UUID token, Duration lease) {
        return database.sql(
                        """
                        with next as (
                            select media_id, lease_token from preview_jobs where available_at <= clock_timestamp()
                            order by available_at, media_id limit 1 for update skip locked)
                        update preview_jobs as job set attempts = attempts + 1, lease_token = $1,
                            available_at = clock_timestamp() + $2 * interval '1 millisecond'
                        from next where job.media_id = next.media_id
                        returning job.media_id, job.attempts, next.lease_token as before
                        """)
                .bind(0, token)
                .bind(1, lease.toMillis())
                .map(row -> new Taken(job(row, token), row.get("before", UUID.class)))
                .one();
    }

    private static Job job(Readable row, UUID token) {
        return new Job(
                new MediaId(Objects.requireNonNull(row.get("media_id", UUID.class))),
                token,
                Objects.requireNonNull(row.get("attempts", Integer.class)));
    }

    Mono<Boolean> renew(Job job, Duration lease) {
        return database.sql(
                        """
                        update preview_jobs set available_at = clock_timestamp() + $3 * interval '1 millisecond'
                        where media_id = $1 and lease_token = $2
                        """)
                .bind(0, job.id().value())
                .bind(1, job.token())
                .bind(2, lease.toMillis())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Until the end of the transaction nobody else stores an outcome, or deletes the file. */
    Mono<Void> lockFile(MediaId id) {
        return database.sql("select media_id from media where media_id = $1 for update")
                .bind(0, id.value())
                .then();
    }

    /** Puts the file back, for a while later, as tried so often. */
    Mono<Void> release(Job job, Duration pause, int attempts) {
        return database.sql(
                        """
                        update preview_jobs set attempts = $4, lease_token = null,
                            available_at = clock_timestamp() + $3 * interval '1 millisecond'
                        where media_id = $1 and lease_token = $2
                        """)
                .bind(0, job.id().value())
                .bind(1, job.token())
                .bind(2, pause.toMillis())
                .bind(3, attempts)
                .then();
    }

    /** Locks the file first: whoever deletes it locks it first, too, and so neither waits for the other. */
    Mono<Boolean> delete(Job job) {
        return database.sql(
                        """
                        with file as (select media_id from media where media_id = $1 for update)
                        delete from preview_jobs
                        where media_id = (select media_id from file) and lease_token = $2
                        """)
                .bind(0, job.id().value())
                .bind(1, job.token())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Long> count() {
        return database.sql("select count(*) from preview_jobs").mapValue(Long.class).one();
    }
}
