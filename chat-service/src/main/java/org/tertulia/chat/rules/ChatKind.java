package org.tertulia.chat.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What sort of chat it is, for good. */
public enum ChatKind {
    /** Anybody who is signed in may find, read and join it. */
    @JsonProperty("public")
    PUBLIC,
    /** Exactly two people, with equal rights. */
    @JsonProperty("private")
    PRIVATE,
    /** People whom its owner or an administrator added; invisible to all others. */
    @JsonProperty("group")
    GROUP;

    /** As it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether members see how far the others have read, unless that was set otherwise. */
    public boolean receiptsByDefault() {
        return allowsReceipts();
    }

    /** Whether that may be so at all: who reads a public chat is nobody's to know. */
    public boolean allowsReceipts() {
        return this != PUBLIC;
    }

    /** The kind with that {@link #text()}. */
    public static ChatKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
