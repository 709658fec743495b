package org.tertulia.translation.glossary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;

/**
 * A word of a chat as its members see it. What is null is left out.
 *
 * @param termId which one
 * @param word the word or phrase
 * @param language the language it is for; null for all
 * @param translation what it becomes; null when it stays as it is
 * @param by who added it
 * @param at when, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TermView(
        TermId termId,
        String word,
        @Nullable String language,
        @Nullable String translation,
        UserId by,
        Instant at) {

    static TermView of(StoredTerm stored) {
        var term = stored.term();
        var language = term.target();
        return new TermView(
                stored.id(),
                term.word(),
                language == null ? null : language.code(),
                term.translation(),
                stored.by(),
                stored.at());
    }
}
