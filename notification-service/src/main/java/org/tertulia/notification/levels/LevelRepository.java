package org.tertulia.notification.levels;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.notification.decisions.Level;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code levels}, for the members of chats. */
@Repository
final class LevelRepository {

    private final DatabaseClient database;

    LevelRepository(DatabaseClient database) {
        this.database = database;
    }

    /** What counts for a member, chosen or by default; empty for who is none. */
    Mono<Level> find(ChatId chat, UserId person) {
        return database.sql(
                        """
                        select coalesce(l.level, case when c.kind = 'private' then $3 else $4 end) as level
                        from memberships m
                        left join levels l on l.chat_id = m.chat_id and l.user_id = m.user_id
                        left join chats c on c.chat_id = m.chat_id
                        where m.chat_id = $1 and m.user_id = $2 and m.present
                        """)
                .bind(0, chat.value())
                .bind(1, person.value())
                .bind(2, Level.byDefault(true).text())
                .bind(3, Level.byDefault(false).text())
                .mapValue(String.class)
                .one()
                .map(Level::of);
    }

    /** Whether it was stored: not for who is no member. */
    Mono<Boolean> store(ChatId chat, UserId person, Level level) {
        return database.sql(
                        """
                        insert into levels (chat_id, user_id, level)
                        select m.chat_id, m.user_id, $3 from memberships m
                        where m.chat_id = $1 and m.user_id = $2 and m.present for share
                        on conflict (chat_id, user_id) do update set level = excluded.level
                        """)
                .bind(0, chat.value())
                .bind(1, person.value())
                .bind(2, level.text())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
