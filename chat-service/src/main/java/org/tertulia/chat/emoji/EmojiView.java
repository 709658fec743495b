package org.tertulia.chat.emoji;

import java.time.Instant;
import org.tertulia.chat.ledger.ChatEmoji;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * An emoji as it is sent to members.
 *
 * @param name without colons
 * @param mediaId its picture
 * @param addedBy who added it
 * @param addedAt when, UTC
 */
record EmojiView(String name, MediaId mediaId, UserId addedBy, Instant addedAt) {

    static EmojiView of(ChatEmoji emoji) {
        return new EmojiView(
                emoji.name().text(), emoji.picture(), emoji.addedBy(), emoji.addedAt());
    }
}
