package org.tertulia.scheduler.membership;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.scheduler.membership.Memberships.Acquaintance;
import org.tertulia.scheduler.membership.Memberships.Caller;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The tables {@code chats} and {@code memberships}. */
@Repository
final class MembershipRepository {

    private final DatabaseClient database;

    MembershipRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether this version is news; if so it is stored, and the chat locked until the end of the transaction. */
    Mono<Boolean> advance(UUID chat, @Nullable String kind, long version) {
        var sql =
                database.sql(
                                """
                                insert into chats (chat_id, kind, version) values ($1, $2, $3)
                                on conflict (chat_id) do update
                                set kind = coalesce(excluded.kind, chats.kind), version = excluded.version
                                where chats.version < excluded.version
                                """)
                        .bind(0, chat)
                        .bind(2, version);
        return (kind == null ? sql.bindNull(1, String.class) : sql.bind(1, kind))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** These people are members with these roles, one for each. */
    Mono<Void> put(UUID chat, UUID[] people, String[] roles) {
        return database.sql(
                        """
                        insert into memberships (user_id, chat_id, role)
                        select distinct on (person) person, $1, role from unnest($2, $3) as m (person, role)
                        on conflict (user_id, chat_id) do update set role = excluded.role
                        """)
                .bind(0, chat)
                .bind(1, people)
                .bind(2, roles)
                .then();
    }

    Mono<Void> setRole(UUID chat, UUID person, String role) {
        return database.sql("update memberships set role = $3 where user_id = $2 and chat_id = $1")
                .bind(0, chat)
                .bind(1, person)
                .bind(2, role)
                .then();
    }

    Mono<Void> remove(UUID chat, UUID person) {
        return database.sql("delete from memberships where user_id = $2 and chat_id = $1")
                .bind(0, chat)
                .bind(1, person)
                .then();
    }

    Mono<Void> removeAll(UUID chat) {
        return database.sql("delete from memberships where chat_id = $1").bind(0, chat).then();
    }

    Mono<Boolean> isPresent(ChatId chat, UserId person) {
        return database.sql(
                        "select exists (select from memberships where user_id = $1 and chat_id = $2)")
                .bind(0, person.value())
                .bind(1, chat.value())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Set<Acquaintance>> acquainted(List<Acquaintance> asked) {
        return database.sql(
                        """
                        select q.one, q.other from unnest($1, $2) as q (one, other) where exists (
                            select from memberships a join memberships b using (chat_id)
                            where a.user_id = q.one and b.user_id = q.other)
                        """)
                .bind(0, ids(asked, it -> it.one().value()))
                .bind(1, ids(asked, it -> it.other().value()))
                .map(
                        row ->
                                new Acquaintance(
                                        new UserId(id(row.get("one", UUID.class))),
                                        new UserId(id(row.get("other", UUID.class)))))
                .all()
                .collect(toSet());
    }

    /** A chat whose kind is not known counts as public, where less is allowed. */
    Mono<Set<Caller>> allowed(List<Caller> asked) {
        return database.sql(
                        """
                        select m.user_id, m.chat_id from unnest($1, $2) as q (person, chat)
                        join memberships m on m.user_id = q.person and m.chat_id = q.chat
                        join chats c on c.chat_id = m.chat_id
                        where c.kind in ('private', 'group') or m.role in ('owner', 'admin')
                        """)
                .bind(0, ids(asked, it -> it.person().value()))
                .bind(1, ids(asked, it -> it.chat().value()))
                .map(
                        row ->
                                new Caller(
                                        new UserId(id(row.get("user_id", UUID.class))),
                                        new ChatId(id(row.get("chat_id", UUID.class)))))
                .all()
                .collect(toSet());
    }

    private static <T> UUID[] ids(List<T> asked, Function<T, UUID> id) {
        return asked.stream().map(id).toArray(UUID[]::new);
    }

    private static UUID id(@Nullable UUID column) {
        return Objects.requireNonNull(column);
    }
}
