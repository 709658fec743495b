package org.tertulia.media.access;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Reads from the replica how people stand to files. */
@Repository
final class ReachRepository {

    /**
     * Who left before a file was posted never could read it: to them it is not there. What somebody chose as a picture lets
     * nobody at files of others.
     */
    private static final String REACH =
            """
            select m.media_id,
                   case when m.owner_id = $1 then 'OWNER'
                        when bool_or(s.present and a.deleted_at is null) or p.shown then 'READER'
                        when bool_or(not s.present and s.seq > a.seq and a.deleted_at is null)
                            or p.withdrawn then 'REMOVED'
                        else 'STRANGER' end as reach
            from media m
            left join attachments a on a.media_id = m.media_id
            left join memberships s on s.chat_id = a.chat_id and s.user_id = $1
            cross join lateral (
                select coalesce(bool_or(c.everyone or t.present), false) as shown,
                       coalesce(bool_or(not t.present), false) as withdrawn
                from pictures c
                left join memberships t on t.chat_id = c.subject_id and t.user_id = $1
                where c.media_id = m.media_id and c.chosen_by = m.owner_id and m.kind = 'image') p
            where m.media_id = any($2)
            group by m.media_id, m.owner_id, p.shown, p.withdrawn
            """;

    private final DatabaseClient database;

    ReachRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Of each of these files that exists. */
    Mono<Map<MediaId, Reach>> reach(UserId person, Collection<MediaId> ids) {
        return database.sql(REACH)
                .bind(0, person.value())
                .bind(1, ids.stream().map(MediaId::value).toArray(UUID[]::new))
                .map(
                        row ->
                                Map.entry(
                                        new MediaId(
                                                Objects.requireNonNull(
                                                        row.get("media_id", UUID.class))),
                                        Reach.valueOf(
                                                Objects.requireNonNull(
                                                        row.get("reach", String.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Whether the person is in the chat; empty when they never were. */
    Mono<Boolean> isPresent(UserId person, ChatId chat) {
        return database.sql("select present from memberships where chat_id = $1 and user_id = $2")
                .bind(0, chat.value())
                .bind(1, person.value())
                .mapValue(Boolean.class)
                .one();
    }
}
