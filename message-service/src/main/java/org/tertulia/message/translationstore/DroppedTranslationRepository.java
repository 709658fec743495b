package org.tertulia.message.translationstore;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Mono;

/** The translations that are not kept any more; see {@code drop_translations} in the migrations. */
@Repository
final class DroppedTranslationRepository {

    private final DatabaseClient database;

    DroppedTranslationRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Drops so many of a chat's translations that were made until then; how many there were. From now on none of them is kept. */
    Mono<Integer> drop(ChatId chat, Instant at, int most) {
        return database.sql("SELECT drop_translations($1, $2, $3) AS gone")
                .bind(0, chat.value())
                .bind(1, at.atOffset(ZoneOffset.UTC))
                .bind(2, most)
                .mapValue(Integer.class)
                .one();
    }
}
