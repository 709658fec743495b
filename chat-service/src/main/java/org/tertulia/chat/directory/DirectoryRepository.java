package org.tertulia.chat.directory;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Pages of ids of the table {@code chats}. Ids are in the order of creation. */
@Repository
final class DirectoryRepository {

    /** After every UUID version 7 of the next millennia: the page before it is the first. */
    private static final UUID END = new UUID(-1, -1);

    private final DatabaseClient database;

    DirectoryRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<ChatId>> findMine(
            UserId member, @Nullable ChatKind kind, @Nullable ChatId before, int limit) {
        return paged(
                        """
                        select c.id from members m join chats c on c.id = m.chat_id
                        where m.user_id = :member and m.chat_id < :before
                          and (:kind = 'any' or c.kind = :kind)
                        order by m.chat_id desc limit :limit
                        """,
                        before,
                        limit)
                .bind("member", member.value())
                .bind("kind", kind == null ? "any" : kind.text())
                .map(DirectoryRepository::id)
                .all()
                .collectList();
    }

    Mono<List<ChatId>> findPublic(@Nullable ChatId before, int limit) {
        return paged(
                        """
                        select id from chats where kind = 'public' and id < :before
                        order by id desc limit :limit
                        """,
                        before,
                        limit)
                .map(DirectoryRepository::id)
                .all()
                .collectList();
    }

    /** The best ranks first, within a rank the newest. Similar means pg_trgm's word similarity. */
    Mono<List<Hit>> search(String words, @Nullable Hit after, int limit) {
        return paged(
                        """
                        with wanted as (
                            select folded(:words) as words, pattern(folded(:words)) as pattern),
                        ranked as (
                            select c.id,
                                case when c.title_folded like w.pattern || '%' then 1
                                     when c.title_folded like '% ' || w.pattern || '%' then 2
                                     when c.title_folded like '%' || w.pattern || '%' then 3
                                     else 4 end as rank
                            from wanted w join chats c on c.kind = 'public' and w.words <> ''
                                and (c.title_folded like '%' || w.pattern || '%'
                                     or w.words <% c.title_folded))
                        select id, rank from ranked
                        where rank > :rank or (rank = :rank and id < :before)
                        order by rank, id desc limit :limit
                        """,
                        after == null ? null : after.id(), limit)
                .bind("words", words)
                .bind("rank", after == null ? 0 : after.rank())
                .map(row -> new Hit(row.get("rank", Integer.class), id(row)))
                .all()
                .collectList();
    }

    private GenericExecuteSpec paged(String sql, @Nullable ChatId before, int limit) {
        return database.sql(sql)
                .bind("before", before == null ? END : before.value())
                .bind("limit", limit);
    }

    private static ChatId id(Readable row) {
        return new ChatId(row.get("id", UUID.class));
    }

    /** A chat that was found; the lower its rank, the better it fits. */
    record Hit(int rank, ChatId id) {}
}
