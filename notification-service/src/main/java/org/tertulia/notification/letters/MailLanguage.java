package org.tertulia.notification.letters;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What mails are written in. */
public enum MailLanguage {
    /** Spanish. */
    @JsonProperty("es")
    ES,
    /** English. */
    @JsonProperty("en")
    EN;

    /** As it is stored; a BCP 47 tag. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of this text. */
    public static MailLanguage of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
