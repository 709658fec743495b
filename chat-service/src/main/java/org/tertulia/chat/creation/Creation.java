package org.tertulia.chat.creation;

import org.tertulia.chat.ledger.ChatView;

/** What became of a {@link CreateChat}. */
sealed interface Creation {

    /** The chat, as its creator sees it. */
    ChatView chat();

    /** It is new. */
    record Created(ChatView chat) implements Creation {}

    /** The two people had a private chat already. */
    record Existing(ChatView chat) implements Creation {}
}
