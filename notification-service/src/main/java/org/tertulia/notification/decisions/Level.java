package org.tertulia.notification.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Of what somebody wants to be told in a chat. */
public enum Level {
    /** Of every message. */
    @JsonProperty("all")
    ALL,
    /** Of what is meant for them: mentions, replies to and reactions to what they said. */
    @JsonProperty("mentions")
    MENTIONS,
    /** Of nothing that happens in it. */
    @JsonProperty("none")
    NONE;

    /** What counts for somebody who did not choose: in a private chat everything is meant for them. */
    public static Level byDefault(boolean privateChat) {
        return privateChat ? ALL : MENTIONS;
    }

    /** As it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of this text. */
    public static Level of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
