package org.tertulia.message.translationstore;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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

    /**
     * Keeps these in one transaction, those of a message and language from the earlier to the later; in the order of their
     * messages, so that of two at a time one waits for the other. How many were kept: not one that is of another text than
     * the message has, or of a message that has {@code most}.
     */
    Mono<Long> keep(List<KeptTranslation> translations, int most) {
        return database.sql(
                        """
                        SELECT count(*) FILTER (
                            WHERE keep_translation(t.chat_id, t.seq, t.version, t.language, t.text, t.at, $7)) AS kept
                        FROM (
                            SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::integer[], $4::text[], $5::text[], $6::timestamptz[])
                                AS x (chat_id, seq, version, language, text, at)
                            ORDER BY chat_id, seq, language, at) t
                        """)
                .bind(0, all(translations, t -> t.chatId().value(), UUID[]::new))
                .bind(1, all(translations, KeptTranslation::message, Long[]::new))
                .bind(2, all(translations, KeptTranslation::version, Integer[]::new))
                .bind(3, all(translations, KeptTranslation::language, String[]::new))
                .bind(4, all(translations, KeptTranslation::text, String[]::new))
                .bind(5, all(translations, t -> t.at().atOffset(UTC), OffsetDateTime[]::new))
                .bind(6, most)
                .mapValue(Long.class)
                .one();
    }

    private static <T> T[] all(
            List<KeptTranslation> translations,
            Function<KeptTranslation, T> part,
            IntFunction<T[]> array) {
        return translations.stream().map(part).toArray(array);
    }
}
