package org.tertulia.chat.people;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code people}. */
@Repository
final class PeopleRepository {

    private final DatabaseClient database;

    PeopleRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Set<UserId>> findKnown(Collection<UserId> people) {
        return database.sql("select user_id from people where user_id = any(:ids)")
                .bind("ids", values(people))
                .map(row -> new UserId(row.get("user_id", UUID.class)))
                .all()
                .collect(toSet());
    }

    /** Repeats do nothing. */
    Mono<Void> insert(Collection<UserId> people) {
        return people.isEmpty()
                ? Mono.empty()
                : database.sql(
                                """
                                insert into people (user_id) select unnest(:ids) order by 1
                                on conflict do nothing
                                """)
                        .bind("ids", values(people))
                        .then();
    }

    private static UUID[] values(Collection<UserId> people) {
        return people.stream().map(UserId::value).toArray(UUID[]::new);
    }
}
