package org.tertulia.notification.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What mails and a browser's notifications are written in. */
public enum Language {
    /** Spanish. */
    @JsonProperty("es")
    SPANISH(Locale.of("es")),
    /** English. */
    @JsonProperty("en")
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** As the JDK knows it. */
    public Locale locale() {
        return locale;
    }

    /** As it is stored and sent; a BCP 47 tag. */
    public String text() {
        return locale.getLanguage();
    }

    /** The language of this tag; English for one that is none of ours. */
    public static Language of(String tag) {
        return tag.equals("es") ? SPANISH : ENGLISH;
    }
}
