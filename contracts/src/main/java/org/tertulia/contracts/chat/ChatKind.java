package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of chat it is; never changes during the chat's life. */
public enum ChatKind {
    /** Anybody who is signed in may find and join it. */
    @JsonProperty("public")
    PUBLIC,
    /** Exactly two people. */
    @JsonProperty("private")
    PRIVATE,
    /** People who were added by its owner or an administrator. */
    @JsonProperty("group")
    GROUP
}
