package org.tertulia.user.profile;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The first row of a person in the table {@code preferences}. */
@Repository
final class InitialPreferencesRepository {

    private final DatabaseClient database;

    InitialPreferencesRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Does nothing when the person has preferences; a language that is not spoken here counts as none. */
    Mono<Void> insertIfAbsent(UserId person, @Nullable String language) {
        return database.sql(
                        """
                        insert into preferences (user_id, language, theme)
                        values (:person, nullif(case when :language in ('es', 'en')
                                                     then :language else '' end, ''), 'system')
                        on conflict (user_id) do nothing
                        """)
                .bind("person", person.value())
                .bind("language", language == null ? "" : language)
                .then();
    }
}
