package org.tertulia.message.translationstore;

import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The translations that are kept; see {@code keep_translation} in the migrations. */
@Repository
final class TranslationRepository {

    private final DatabaseClient database;

    TranslationRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether it was kept: not when it is of another text than the message has, or the message has {@code most}. */
    Mono<Boolean> keep(KeptTranslation translation, int most) {
        return database.sql("SELECT keep_translation($1, $2, $3, $4, $5, $6, $7) AS kept")
                .bind(0, translation.chatId().value())
                .bind(1, translation.message())
                .bind(2, translation.version())
                .bind(3, translation.language())
                .bind(4, translation.text())
                .bind(5, translation.at().atOffset(ZoneOffset.UTC))
                .bind(6, most)
                .mapValue(Boolean.class)
                .one();
    }
}
