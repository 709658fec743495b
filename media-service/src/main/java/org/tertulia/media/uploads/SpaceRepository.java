package org.tertulia.media.uploads;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** How much room a person's files and unfinished uploads take. */
@Repository
final class SpaceRepository {

    /**
     * What a person has.
     *
     * @param bytes of files, and of uploads as long as they will be
     * @param open uploads that are not finished
     */
    record Space(long bytes, int open) {}

    private final DatabaseClient database;

    SpaceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Makes the person's other uploads wait with beginning until the end of the transaction. */
    Mono<Void> lock(UserId person) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended($1, 0))::text")
                .bind(0, "uploads of " + person)
                .then();
    }

    Mono<Space> find(UserId person) {
        return database.sql(
                        """
                        select ((select coalesce(sum(bytes), 0) from media
                                 where owner_id = $1 and state <> 'refused')
                                + coalesce(sum(bytes), 0))::bigint as bytes, count(*)::integer as open
                        from uploads where owner_id = $1 and state = 'open'
                        """)
                .bind(0, person.value())
                .map(
                        row ->
                                new Space(
                                        Objects.requireNonNull(row.get("bytes", Long.class)),
                                        Objects.requireNonNull(row.get("open", Integer.class))))
                .one();
    }
}
