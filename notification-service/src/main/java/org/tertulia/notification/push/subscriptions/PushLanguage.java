package org.tertulia.notification.push.subscriptions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a browser's notifications are written in. */
public enum PushLanguage {
    /** Spanish. */
    @JsonProperty("es")
    SPANISH(Locale.of("es")),
    /** English. */
    @JsonProperty("en")
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    PushLanguage(Locale locale) {
        this.locale = locale;
    }

    /** As the JDK knows it. */
    public Locale locale() {
        return locale;
    }

    /** As it is stored and sent. */
    public String text() {
        return locale.getLanguage();
    }

    /** The language of this text. */
    public static PushLanguage of(String text) {
        return text.equals("es") ? SPANISH : ENGLISH;
    }
}
