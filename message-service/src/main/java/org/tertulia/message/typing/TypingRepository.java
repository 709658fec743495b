package org.tertulia.message.typing;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Mono;

/** How large chats are. */
@Repository
final class TypingRepository {

    private final DatabaseClient database;

    TypingRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when there is no such chat, or no longer. */
    Mono<Integer> memberCount(ChatId chatId) {
        return database.sql("SELECT member_count FROM chats WHERE chat_id = $1 AND NOT deleted")
                .bind(0, chatId.value())
                .mapValue(Integer.class)
                .one();
    }
}
