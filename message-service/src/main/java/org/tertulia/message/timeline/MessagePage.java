package org.tertulia.message.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a chat's messages, all of one moment.
 *
 * @param items ascending by seq
 * @param before cursor of the page of older messages; null when there are none
 * @param after cursor of the page of newer messages; null when there are none known
 * @param lastSeq the last seq of the chat's log at that moment: what entries up to there have changed is in the items
 */
public record MessagePage(
        List<MessageView> items, @Nullable String before, @Nullable String after, long lastSeq) {

    /** Keeps its own copy of the items. */
    public MessagePage {
        items = List.copyOf(items);
    }
}
