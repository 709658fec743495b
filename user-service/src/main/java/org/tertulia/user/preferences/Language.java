package org.tertulia.user.preferences;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A language the suite speaks. */
enum Language {
    /** Spanish. */
    @JsonProperty("es")
    ES,
    /** English. */
    @JsonProperty("en")
    EN;

    /** BCP 47 tag: as it is stored and sent. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Language of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
