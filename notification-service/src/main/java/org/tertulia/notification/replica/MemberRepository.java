package org.tertulia.notification.replica;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.decisions.Level;
import org.tertulia.notification.decisions.Rule;
import org.tertulia.notification.decisions.Standing;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * The table {@code memberships}, and what hangs by them: {@code markers} and {@code levels}. A membership carries the number
 * of the log entry it comes from, and is only changed by a later one.
 */
@Repository
final class MemberRepository {

    private final DatabaseClient database;

    MemberRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> setPresent(ChatId chat, Collection<UserId> people, boolean present, long seq) {
        return database.sql(
                        """
                        insert into memberships (chat_id, user_id, present, seq)
                        select distinct $1::uuid, person, $3::boolean, $4::bigint from unnest($2) as p (person)
                        on conflict (chat_id, user_id) do update set present = excluded.present, seq = excluded.seq
                        where memberships.seq < excluded.seq
                        """)
                .bind(0, chat.value())
                .bind(1, ids(people))
                .bind(2, present)
                .bind(3, seq)
                .then();
    }

    private static UUID[] ids(Collection<UserId> people) {
        return people.stream().map(UserId::value).toArray(UUID[]::new);
    }

    Mono<Boolean> isPresent(ChatId chat, UserId person) {
        return database.sql(
                        """
                        select exists (select from memberships where chat_id = $1 and user_id = $2 and present)
                        """)
                .bind(0, chat.value())
                .bind(1, person.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** The members, in the order of their ids, after one of them; at most {@code limit}. */
    Mono<List<UserId>> members(ChatId chat, UUID after, int limit) {
        return database.sql(
                        """
                        select user_id from memberships where chat_id = $1 and present and user_id > $2
                        order by user_id limit $3
                        """)
                .bind(0, chat.value())
                .bind(1, after)
                .bind(2, limit)
                .map(MemberRepository::person)
                .all()
                .collectList();
    }

    /** Those of {@code people} who are members; else as {@link #members}. */
    Mono<List<UserId>> concerned(ChatId chat, Collection<UserId> people, UUID after, int limit) {
        return database.sql(
                        """
                        select user_id from memberships
                        where chat_id = $1 and user_id = any($4) and present and user_id > $2 order by user_id limit $3
                        """)
                .bind(0, chat.value())
                .bind(1, after)
                .bind(2, limit)
                .bind(3, ids(people))
                .map(MemberRepository::person)
                .all()
                .collectList();
    }

    /**
     * Those of {@code people} who are members, those who want to be told everything, and those who have an alert to which one
     * of {@code lookups} leads; else as {@link #members}.
     */
    Mono<List<UserId>> listeners(
            ChatId chat, Collection<UserId> people, List<String> lookups, UUID after, int limit) {
        return database.sql(
                        """
                        select user_id from (
                            select m.user_id from memberships m
                            where m.chat_id = $1 and m.user_id = any($4) and m.present
                            union
                            select l.user_id from levels l where l.chat_id = $1 and l.level = 'all'
                            union
                            select a.user_id from alerts a join memberships m on m.chat_id = $1 and m.user_id = a.user_id
                            where a.lookup = any($5) and (a.chat_id is null or a.chat_id = $1) and m.present) as c
                        where user_id > $2 order by user_id limit $3
                        """)
                .bind(0, chat.value())
                .bind(1, after)
                .bind(2, limit)
                .bind(3, ids(people))
                .bind(4, lookups.toArray(String[]::new))
                .map(MemberRepository::person)
                .all()
                .collectList();
    }

    private static UserId person(Readable row) {
        return new UserId(Objects.requireNonNull(row.get("user_id", UUID.class)));
    }

    /**
     * How these people stand to a place now, in the order of their ids, with those of their alerts to which one of {@code
     * lookups} leads.
     */
    Mono<List<Standing>> standings(Place place, Collection<UserId> people, List<String> lookups) {
        return database.sql(
                        """
                        select m.user_id, m.present, l.level, coalesce(r.read_seq, 0) as read_seq, a.ids, a.words
                        from memberships m
                        left join levels l on l.chat_id = m.chat_id and l.user_id = m.user_id
                        left join markers r on r.user_id = m.user_id and r.chat_id = m.chat_id and r.thread = $2
                        cross join lateral (
                            select array_agg(x.alert_id order by x.alert_id) as ids,
                                array_agg(coalesce(x.folded, '') order by x.alert_id) as words
                            from alerts x
                            where x.user_id = m.user_id and x.lookup = any($4)
                                and (x.chat_id is null or x.chat_id = m.chat_id)) as a
                        where m.chat_id = $1 and m.user_id = any($3) order by m.user_id
                        """)
                .bind(0, place.chat().value())
                .bind(1, place.thread())
                .bind(2, ids(people))
                .bind(3, lookups.toArray(String[]::new))
                .map(row -> standing(row, place.privateChat()))
                .all()
                .collectList();
    }

    private static Standing standing(Readable row, boolean privateChat) {
        var level = row.get("level", String.class);
        return new Standing(
                person(row),
                privateChat,
                Objects.requireNonNull(row.get("present", Boolean.class)),
                level == null ? null : Level.of(level),
                Objects.requireNonNull(row.get("read_seq", Long.class)),
                rules(row));
    }

    private static List<Rule> rules(Readable row) {
        var ids = row.get("ids", UUID[].class);
        var words = row.get("words", String[].class);
        return ids == null || words == null
                ? List.of()
                : IntStream.range(0, ids.length).mapToObj(n -> rule(ids[n], words[n])).toList();
    }

    private static Rule rule(UUID id, String word) {
        return new Rule(new AlertId(id), word.isEmpty() ? null : new FoldedText(word));
    }

    /** Whether there may be something that the marker settles. */
    Mono<Boolean> mark(UserId person, ChatId chat, long thread, int generation, long readSeq) {
        return database.sql("select note_marker($1, $2, $3, $4, $5)")
                .bind(0, person.value())
                .bind(1, chat.value())
                .bind(2, thread)
                .bind(3, generation)
                .bind(4, readSeq)
                .mapValue(Boolean.class)
                .one();
    }

    /** What somebody is called; the latest version counts. */
    Mono<Void> named(UserId person, long version, String name) {
        return database.sql(
                        """
                        insert into people (user_id, version, display_name) values ($1, $2, $3)
                        on conflict (user_id) do update
                        set version = excluded.version, display_name = excluded.display_name
                        where people.version < excluded.version
                        """)
                .bind(0, person.value())
                .bind(1, version)
                .bind(2, name)
                .then();
    }

    /** Nothing stays of how somebody stood to a chat. */
    Mono<Void> forget(ChatId chat, Collection<UserId> people) {
        return database.sql("delete from markers where chat_id = $1 and user_id = any($2)")
                .bind(0, chat.value())
                .bind(1, ids(people))
                .then()
                .then(
                        database.sql("delete from levels where chat_id = $1 and user_id = any($2)")
                                .bind(0, chat.value())
                                .bind(1, ids(people))
                                .then());
    }
}
