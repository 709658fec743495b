package org.tertulia.notification.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a rule waits for. */
enum AlertKind {
    /** Somebody says a word. */
    @JsonProperty("word")
    WORD,
    /** A person says something. */
    @JsonProperty("person")
    PERSON,
    /** Nobody says anything for some time. */
    @JsonProperty("quiet")
    QUIET;

    /** As it is stored. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AlertKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
