package org.tertulia.chat.ledger;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code emoji}. */
@Repository
final class EmojiRepository {

    private final DatabaseClient database;

    EmojiRepository(DatabaseClient database) {
        this.database = database;
    }

    /** By their names. */
    Flux<ChatEmoji> findAll(ChatId chat) {
        return database.sql(
                        """
                        select name, media_id, added_by, added_at from emoji
                        where chat_id = :chat order by name collate "C"
                        """)
                .bind("chat", chat.value())
                .map(EmojiRepository::emoji)
                .all();
    }

    /** Stores it, also in the place of one that has the name. */
    Mono<Void> put(ChatId chat, ChatEmoji emoji) {
        return database.sql(
                        """
                        insert into emoji (chat_id, name, media_id, added_by, added_at)
                        values (:chat, :name, :media, :by, :at)
                        on conflict (chat_id, name) do update
                        set media_id = excluded.media_id, added_by = excluded.added_by,
                            added_at = excluded.added_at
                        """)
                .bind("chat", chat.value())
                .bind("name", emoji.name().text())
                .bind("media", emoji.picture().value())
                .bind("by", emoji.addedBy().value())
                .bind("at", emoji.addedAt())
                .then();
    }

    Mono<Void> delete(ChatId chat, EmojiName name) {
        return database.sql("delete from emoji where chat_id = :chat and name = :name")
                .bind("chat", chat.value())
                .bind("name", name.text())
                .then();
    }

    private static ChatEmoji emoji(Readable row) {
        return new ChatEmoji(
                new EmojiName(row.get("name", String.class)),
                new MediaId(row.get("media_id", UUID.class)),
                new UserId(row.get("added_by", UUID.class)),
                row.get("added_at", Instant.class));
    }
}
