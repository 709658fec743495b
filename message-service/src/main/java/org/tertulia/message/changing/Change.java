package org.tertulia.message.changing;

import org.tertulia.starter.id.ChatId;

/** What somebody wants to be different about a message. */
public sealed interface Change {

    /** The chat. */
    ChatId chatId();

    /** The seq of the message. */
    long message();

    /**
     * Another text.
     *
     * @param version the version it is to replace
     * @param text as it came from the client
     */
    record Edit(ChatId chatId, long message, int version, String text) implements Change {}

    /** No text, for good. */
    record Delete(ChatId chatId, long message) implements Change {}

    /**
     * A reaction of the caller.
     *
     * @param emoji as it came from the client
     * @param present whether it is to be there or not
     */
    record React(ChatId chatId, long message, String emoji, boolean present) implements Change {}

    /**
     * A pin.
     *
     * @param pinned whether it is to be there or not
     */
    record Pin(ChatId chatId, long message, boolean pinned) implements Change {}
}
