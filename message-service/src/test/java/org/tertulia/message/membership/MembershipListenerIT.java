package org.tertulia.message.membership;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.chat.InitialMember;
import org.tertulia.contracts.chat.MemberAdded;
import org.tertulia.message.MessageApi;
import org.tertulia.test.FixedIds;
import org.tertulia.test.IdempotentListenerContract;

class MembershipListenerIT extends MessageApi implements IdempotentListenerContract {

    private static final java.time.Instant AT = java.time.Instant.parse("2026-11-02T09:30:00Z");

    @Autowired DatabaseClient database;

    @Override
    public String listenedTopic() {
        return Topics.CHAT_EVENTS;
    }

    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        var owner = FixedIds.id(1);
        return n == 1
                ? new ChatCreated(
                        aggregate,
                        1,
                        ChatKind.GROUP,
                        "T",
                        "",
                        owner,
                        List.of(new InitialMember(owner, ChatRole.OWNER)),
                        true,
                        AT)
                : new MemberAdded(aggregate, n, FixedIds.id(n), ChatRole.MEMBER, owner, AT);
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        var rows =
                database.sql(
                                """
                                SELECT c.version, c.last_seq, c.member_count, count(l.seq) AS entries
                                FROM chats c JOIN log l USING (chat_id) WHERE c.chat_id = $1
                                GROUP BY c.chat_id
                                """)
                        .bind(0, aggregate)
                        .fetch()
                        .all()
                        .collectList()
                        .block(Duration.ofSeconds(10));
        return rows.isEmpty() ? null : Map.copyOf(new ConcurrentHashMap<>(rows.getFirst()));
    }
}
