package org.tertulia.user.profile;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code profiles}. */
@Repository
final class ProfileRepository {

    private static final String SELECT =
            "select user_id, handle, display_name, bio, picture_id, created_at, changed_at, version from profiles ";

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

    /**
     * Whether it was stored: not, when the person has a profile. Fails with {@link IllegalStateException} when another person
     * has the handle.
     */
    Mono<Boolean> insertIfAbsent(Profile profile) {
        // Any conflict: who stores the same person's at the same time may be seen first by the
        // handle, and that would be an error if only the person were named here.
        var insert =
                database.sql(
                        """
                        insert into profiles (user_id, handle, display_name, bio, picture_id,
                                              created_at, changed_at, version)
                        values (:person, :handle, :name, :bio, :picture, :createdAt, :changedAt, :version)
                        on conflict do nothing
                        """);
        return state(insert, profile)
                .bind("handle", profile.handle())
                .bind("createdAt", profile.createdAt())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.just(true) : had(profile));
    }

    private Mono<Boolean> had(Profile profile) {
        return find(profile.userId())
                .map(_ -> false)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new IllegalStateException(
                                                "Another person has the handle "
                                                        + profile.handle())));
    }

    Mono<Void> update(Profile profile) {
        var update =
                database.sql(
                        """
                        update profiles
                        set display_name = :name, bio = :bio, picture_id = :picture,
                            changed_at = :changedAt, version = :version
                        where user_id = :person
                        """);
        return state(update, profile).then();
    }

    private static GenericExecuteSpec state(GenericExecuteSpec sql, Profile profile) {
        var bound =
                sql.bind("person", profile.userId().value())
                        .bind("name", profile.displayName())
                        .bind("bio", profile.bio())
                        .bind("changedAt", profile.changedAt())
                        .bind("version", profile.version());
        var picture = profile.picture();
        return picture == null
                ? bound.bindNull("picture", UUID.class)
                : bound.bind("picture", picture.value());
    }

    private static Profile profile(Readable row) {
        return new Profile(
                new UserId(row.get("user_id", UUID.class)),
                row.get("handle", String.class),
                row.get("display_name", String.class),
                row.get("bio", String.class),
                picture(row.get("picture_id", UUID.class)),
                row.get("created_at", Instant.class),
                row.get("changed_at", Instant.class),
                row.get("version", Long.class));
    }

    private static @Nullable MediaId picture(@Nullable UUID id) {
        return id == null ? null : new MediaId(id);
    }
}
