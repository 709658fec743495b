package org.tertulia.user.profile;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code profiles}. */
@Repository
final class ProfileRepository {

    private static final String SELECT =
            "select user_id, handle, display_name, bio, created_at, changed_at, version from profiles ";

    private final DatabaseClient database;

    ProfileRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Profile> find(UserId person) {
        return one("where user_id = :person", person);
    }

    /** Locks the profile until the end of the transaction. */
    Mono<Profile> lock(UserId person) {
        return one("where user_id = :person for update", person);
    }

    private Mono<Profile> one(String condition, UserId person) {
        return database.sql(SELECT + condition)
                .bind("person", person.value())
                .map(ProfileRepository::profile)
                .one();
    }

    /** In no particular order. */
    Flux<Profile> findAll(Collection<UserId> people) {
        return database.sql(SELECT + "where user_id = any(:people)")
                .bind("people", people.stream().map(UserId::value).toArray(UUID[]::new))
                .map(ProfileRepository::profile)
                .all();
    }

    /** Whether it was stored: not, when the person has a profile. */
    Mono<Boolean> insertIfAbsent(Profile profile) {
        return database.sql(
                        """
                        insert into profiles (user_id, handle, display_name, bio,
                                              created_at, changed_at, version)
                        values (:person, :handle, :name, :bio, :createdAt, :changedAt, :version)
                        on conflict (user_id) do nothing
                        """)
                .bind("person", profile.userId().value())
                .bind("handle", profile.handle())
                .bind("name", profile.displayName())
                .bind("bio", profile.bio())
                .bind("createdAt", profile.createdAt())
                .bind("changedAt", profile.changedAt())
                .bind("version", profile.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> update(Profile profile) {
        return database.sql(
                        """
                        update profiles
                        set display_name = :name, bio = :bio, changed_at = :changedAt,
                            version = :version
                        where user_id = :person
                        """)
                .bind("person", profile.userId().value())
                .bind("name", profile.displayName())
                .bind("bio", profile.bio())
                .bind("changedAt", profile.changedAt())
                .bind("version", profile.version())
                .then();
    }

    private static Profile profile(Readable row) {
        return new Profile(
                new UserId(row.get("user_id", UUID.class)),
                row.get("handle", String.class),
                row.get("display_name", String.class),
                row.get("bio", String.class),
                row.get("created_at", Instant.class),
                row.get("changed_at", Instant.class),
                row.get("version", Long.class));
    }
}
