package org.tertulia.chat.emoji;

import java.util.List;
import org.tertulia.chat.ledger.ChatEmoji;

/**
 * All emoji of a chat.
 *
 * @param items by their names
 */
record EmojiList(List<EmojiView> items) {

    /** Keeps its own copy of the list. */
    EmojiList {
        items = List.copyOf(items);
    }

    static EmojiList of(List<ChatEmoji> emoji) {
        return new EmojiList(emoji.stream().map(EmojiView::of).toList());
    }
}
