package org.tertulia.message.people;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The replica of profiles. */
@Repository
final class PeopleRepository {

    private final DatabaseClient database;

    PeopleRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Person> find(UserId userId) {
        return database.sql("SELECT handle, display_name FROM people WHERE user_id = $1")
                .bind(0, userId.value())
                .map(
                        row ->
                                new Person(
                                        userId,
                                        Objects.requireNonNull(row.get(0, String.class)),
                                        Objects.requireNonNull(row.get(1, String.class))))
                .one();
    }

    /** Changes nothing when this version or a later one is here. */
    Mono<Void> put(Person person, long version) {
        return database.sql(
                        """
                        INSERT INTO people (user_id, version, handle, display_name) VALUES ($1, $2, $3, $4)
                        ON CONFLICT (user_id) DO UPDATE
                        SET version = excluded.version, handle = excluded.handle, display_name = excluded.display_name
                        WHERE people.version < excluded.version
                        """)
                .bind(0, person.userId().value())
                .bind(1, version)
                .bind(2, person.handle())
                .bind(3, person.displayName())
                .then();
    }
}
