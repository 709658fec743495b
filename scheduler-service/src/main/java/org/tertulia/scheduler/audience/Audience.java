package org.tertulia.scheduler.audience;

import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** Whom a reminder reminds. */
public sealed interface Audience {

    /** Its owner. */
    record Self() implements Audience {}

    /**
     * Somebody else.
     *
     * @param user who
     */
    record Person(UserId user) implements Audience {}

    /**
     * The members of a chat, as they are when it fires.
     *
     * @param chat which
     */
    record Chat(ChatId chat) implements Audience {}

    /** Whether others than its owner are reminded. */
    default boolean isOthers() {
        return !(this instanceof Self);
    }
}
