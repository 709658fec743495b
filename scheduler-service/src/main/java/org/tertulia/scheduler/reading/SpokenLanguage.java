package org.tertulia.scheduler.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.tertulia.scheduler.phrases.Language;

/** A language by its tag (BCP 47). */
enum SpokenLanguage {
    @JsonProperty("es")
    ES(Language.SPANISH),

    @JsonProperty("en")
    EN(Language.ENGLISH);

    private final Language grammar;

    SpokenLanguage(Language grammar) {
        this.grammar = grammar;
    }

    Language grammar() {
        return grammar;
    }
}
