package org.tertulia.user.search;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The searched columns of the table {@code profiles}. A prefix is a range of a column in byte order:
 * from the words to the words followed by the highest code point. A walk has one lower bound, the words
 * or the place to go on from, since PostgreSQL would begin at a lower one. Stages exclude what those before
 * them found.
 */
@Repository
final class SearchRepository {

    private static final String WANTED =
            """
            with wanted as (
                select folded(:words) as low, folded(:words) || chr(1114111) as high,
                       '% ' || pattern(folded(:words)) || '%' as inner_word)
            """;

    private static final String HANDLE =
            WANTED
                    + """
                    select p.user_id, p.handle as key from wanted w join profiles p
                        on p.handle >= w.low and p.handle < w.high
                    where w.low <> '' and p.handle > :key
                    order by p.handle limit :limit
                    """;

    private static final String NAME =
            WANTED
                    + """
                    select p.user_id, p.name_folded as key from wanted w join profiles p
                        on (p.name_folded, p.user_id) > (greatest(:key, w.low collate "C"), :id)
                        and p.name_folded < w.high
                    where w.low <> ''
                        and not (p.handle >= w.low and p.handle < w.high)
                    order by p.name_folded, p.user_id limit :limit
                    """;

    private static final String SIMILAR =
            WANTED
                    + """
                    , found as (
                        select p.user_id, word_similarity(w.low, p.search_words)::float8 as likeness
                        from wanted w join profiles p
                            on p.search_words like w.inner_word or w.low <% p.search_words
                        where w.low <> ''
                            and not (p.handle >= w.low and p.handle < w.high)
                            and not (p.name_folded >= w.low and p.name_folded < w.high))
                    select user_id, likeness::text as key from found
                    where likeness < :key::float8 or (likeness = :key::float8 and user_id > :id)
                    order by likeness desc, user_id limit :limit
                    """;

    private final DatabaseClient database;

    SearchRepository(DatabaseClient database) {
        this.database = database;
    }

    /** People of one stage after a place, at most {@code limit}. */
    Mono<List<SearchPlace>> find(String words, SearchPlace after, int limit) {
        var stage = after.stage();
        var sql =
                switch (stage) {
                    case HANDLE -> HANDLE;
                    case NAME -> NAME;
                    case SIMILAR -> SIMILAR;
                };
        var bound =
                database.sql(sql)
                        .bind("words", words)
                        .bind("key", after.key())
                        .bind("limit", limit);
        return (stage == SearchStage.HANDLE ? bound : bound.bind("id", after.userId()))
                .map(
                        row ->
                                new SearchPlace(
                                        stage,
                                        row.get("key", String.class),
                                        row.get("user_id", UUID.class)))
                .all()
                .collectList();
    }
}
