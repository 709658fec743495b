package org.tertulia.translation.bot;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The table {@code bot_chats}: private chats of the bot. */
final class BotChatRepository {

    private final DatabaseClient database;

    BotChatRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(UUID chat) {
        return database.sql("insert into bot_chats (chat_id) values ($1) on conflict do nothing")
                .bind(0, chat)
                .then();
    }

    Mono<Void> remove(UUID chat) {
        return database.sql("delete from bot_chats where chat_id = $1").bind(0, chat).then();
    }

    Mono<Boolean> has(UUID chat) {
        return database.sql("select exists (select from bot_chats where chat_id = $1)")
                .bind(0, chat)
                .mapValue(Boolean.class)
                .one();
    }
}
