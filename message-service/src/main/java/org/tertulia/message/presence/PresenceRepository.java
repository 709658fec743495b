package org.tertulia.message.presence;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Who shares a chat with whom. Very large chats do not count: everybody would watch everybody. */
@Repository
final class PresenceRepository {

    private final DatabaseClient database;

    PresenceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** One of {@code watchers} shares a chat with one of {@code subjects}. */
    record Pair(UserId watcher, UserId subject) {}

    Mono<List<Pair>> pairs(
            Collection<UserId> subjects, Collection<UserId> watchers, int maxMembers, int limit) {
        return database.sql(
                        """
                        SELECT DISTINCT w.user_id AS watcher, s.user_id AS subject
                        FROM memberships s
                        JOIN chats c ON c.chat_id = s.chat_id
                        JOIN memberships w ON w.chat_id = s.chat_id
                        WHERE s.user_id = ANY($1) AND w.user_id = ANY($2) AND w.user_id <> s.user_id
                          AND c.member_count <= $3 AND NOT c.deleted
                        LIMIT $4
                        """)
                .bind(0, ids(subjects))
                .bind(1, ids(watchers))
                .bind(2, maxMembers)
                .bind(3, limit)
                .map(
                        row ->
                                new Pair(
                                        person(row.get("watcher", UUID.class)),
                                        person(row.get("subject", UUID.class))))
                .all()
                .collectList();
    }

    Mono<List<UserId>> contacts(UserId person, int maxMembers, int limit) {
        return database.sql(
                        """
                        SELECT DISTINCT o.user_id
                        FROM memberships m
                        JOIN chats c ON c.chat_id = m.chat_id
                        JOIN memberships o ON o.chat_id = m.chat_id
                        WHERE m.user_id = $1 AND o.user_id <> m.user_id
                          AND c.member_count <= $2 AND NOT c.deleted
                        LIMIT $3
                        """)
                .bind(0, person.value())
                .bind(1, maxMembers)
                .bind(2, limit)
                .map(row -> person(row.get("user_id", UUID.class)))
                .all()
                .collectList();
    }

    private static UUID[] ids(Collection<UserId> people) {
        return people.stream().map(UserId::value).toArray(UUID[]::new);
    }

    private static UserId person(@org.jspecify.annotations.Nullable UUID id) {
        return new UserId(Objects.requireNonNull(id));
    }
}
