package org.tertulia.chat.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a member is in a chat; {@link ChatRules} says what follows from it. */
public enum ChatRole {
    /** Answers for the chat; there may be several, and in a public or group chat there is always one. */
    @JsonProperty("owner")
    OWNER,
    /** Helps the owners. */
    @JsonProperty("admin")
    ADMIN,
    /** Takes part. */
    @JsonProperty("member")
    MEMBER;

    /** As it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with that {@link #text()}. */
    public static ChatRole of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
