package org.tertulia.chat.ledger;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code members}. */
@Repository
final class MemberRepository {

    private final DatabaseClient database;

    MemberRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<ChatMember> find(ChatId chat, UserId user) {
        return database.sql(
                        """
                        select user_id, role, joined_at from members
                        where chat_id = :chat and user_id = :user
                        """)
                .bind("chat", chat.value())
                .bind("user", user.value())
                .map(MemberRepository::member)
                .one();
    }

    /** All members of these chats, in the order they joined. For small chats only. */
    Flux<MemberOf> findAll(Collection<ChatId> chats) {
        return database.sql(
                        """
                        select chat_id, user_id, role, joined_at from members
                        where chat_id = any(:chats) order by ordinal
                        """)
                .bind("chats", chats.stream().map(ChatId::value).toArray(UUID[]::new))
                .map(row -> new MemberOf(new ChatId(row.get("chat_id", UUID.class)), member(row)))
                .all();
    }

    Mono<Boolean> hasOtherOwner(ChatId chat, UserId than) {
        return database.sql(
                        """
                        select exists (select from members
                            where chat_id = :chat and role = 'owner' and user_id <> :than) as found
                        """)
                .bind("chat", chat.value())
                .bind("than", than.value())
                .map(row -> row.get("found", Boolean.class))
                .one();
    }

    /** Who comes next when the last owner is gone: the oldest administrator, else the oldest member. */
    Mono<ChatMember> findHeir(ChatId chat) {
        return database.sql(
                        """
                        (select user_id, role, joined_at, 1 as turn from members
                         where chat_id = :chat and role = 'admin' order by ordinal limit 1)
                        union all
                        (select user_id, role, joined_at, 2 as turn from members
                         where chat_id = :chat and role = 'member' order by ordinal limit 1)
                        order by turn limit 1
                        """)
                .bind("chat", chat.value())
                .map(MemberRepository::member)
                .one();
    }

    /** Stores them in this order. */
    Mono<Void> insert(ChatId chat, List<ChatMember> members) {
        return database.sql(
                        """
                        insert into members (chat_id, user_id, role, joined_at)
                        select :chat, m.user_id, m.role, :joinedAt
                        from unnest(:users, :roles) with ordinality as m (user_id, role, place)
                        order by m.place
                        """)
                .bind("chat", chat.value())
                .bind("joinedAt", members.getFirst().joinedAt())
                .bind("users", members.stream().map(m -> m.userId().value()).toArray(UUID[]::new))
                .bind("roles", members.stream().map(m -> m.role().text()).toArray(String[]::new))
                .then();
    }

    Mono<Void> setRole(ChatId chat, UserId user, ChatRole role) {
        return database.sql(
                        """
                        update members set role = :role where chat_id = :chat and user_id = :user
                        """)
                .bind("role", role.text())
                .bind("chat", chat.value())
                .bind("user", user.value())
                .then();
    }

    Mono<Void> delete(ChatId chat, UserId user) {
        return database.sql("delete from members where chat_id = :chat and user_id = :user")
                .bind("chat", chat.value())
                .bind("user", user.value())
                .then();
    }

    private static ChatMember member(Readable row) {
        return new ChatMember(
                new UserId(row.get("user_id", UUID.class)),
                ChatRole.of(row.get("role", String.class)),
                row.get("joined_at", Instant.class));
    }

    /** A member, and of which chat. */
    record MemberOf(ChatId chat, ChatMember member) {}
}
