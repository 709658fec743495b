package org.tertulia.chat.members;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.chat.ledger.ChatMember;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Pages of the table {@code members}. */
@Repository
final class MemberPageRepository {

    private final DatabaseClient database;

    MemberPageRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Placed>> findPage(ChatId chat, long after, int limit) {
        return database.sql(
                        """
                        select ordinal, user_id, role, joined_at from members
                        where chat_id = :chat and ordinal > :after order by ordinal limit :limit
                        """)
                .bind("chat", chat.value())
                .bind("after", after)
                .bind("limit", limit)
                .map(
                        row ->
                                new Placed(
                                        row.get("ordinal", Long.class),
                                        new ChatMember(
                                                new UserId(row.get("user_id", UUID.class)),
                                                ChatRole.of(row.get("role", String.class)),
                                                row.get("joined_at", Instant.class))))
                .all()
                .collectList();
    }

    /** A member, and its place in the order of joining. */
    record Placed(long place, ChatMember member) {}
}
