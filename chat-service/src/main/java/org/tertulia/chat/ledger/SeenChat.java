package org.tertulia.chat.ledger;

import org.jspecify.annotations.Nullable;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.chat.rules.ChatRules;

/**
 * A chat as one person meets it.
 *
 * @param chat the chat
 * @param myRole the person's role; null when they are not a member
 */
public record SeenChat(Chat chat, @Nullable ChatRole myRole) {

    /** This, if the person may do that; else fails as {@link ChatRules#require} does. */
    public SeenChat require(ChatAction action) {
        ChatRules.require(chat.id(), chat.kind(), myRole, action);
        return this;
    }
}
