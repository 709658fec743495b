package org.tertulia.user.preferences;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code preferences}. */
@Repository
final class PreferencesRepository {

    private final DatabaseClient database;

    PreferencesRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Preferences> find(UserId person) {
        return database.sql("select language, theme from preferences where user_id = :person")
                .bind("person", person.value())
                .map(
                        row -> {
                            var language = row.get("language", String.class);
                            return new Preferences(
                                    language == null ? null : Language.of(language),
                                    Theme.of(row.get("theme", String.class)));
                        })
                .one();
    }

    Mono<Void> store(UserId person, Preferences preferences) {
        var sql =
                database.sql(
                                """
                                insert into preferences (user_id, language, theme)
                                values (:person, :language, :theme)
                                on conflict (user_id) do update
                                set language = excluded.language, theme = excluded.theme
                                """)
                        .bind("person", person.value())
                        .bind("theme", preferences.theme().text());
        var language = preferences.language();
        return (language == null
                        ? sql.bindNull("language", String.class)
                        : sql.bind("language", language.text()))
                .then();
    }
}
