package org.tertulia.scheduler.editing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The sorts of audience, as they are sent. */
enum AudienceKind {
    /** The owner. */
    @JsonProperty("self")
    SELF,
    /** Somebody else. */
    @JsonProperty("person")
    PERSON,
    /** The members of a chat. */
    @JsonProperty("chat")
    CHAT
}
