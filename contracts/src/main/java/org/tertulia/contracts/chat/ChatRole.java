package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member may do in a chat. */
public enum ChatRole {
    /** Everything, deleting the chat included. */
    @JsonProperty("owner")
    OWNER,
    /** Rename, add and remove members. */
    @JsonProperty("admin")
    ADMIN,
    /** Read and write. */
    @JsonProperty("member")
    MEMBER
}
