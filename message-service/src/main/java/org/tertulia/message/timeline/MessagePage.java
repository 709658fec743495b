package org.tertulia.message.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.posting.MessageView;

/**
 * A stretch of a chat's messages.
 *
 * @param items ascending by seq
 * @param before cursor of the page of older messages; null when there are none
 * @param after cursor of the page of newer messages; null when there are none known
 */
public record MessagePage(
        List<MessageView> items, @Nullable String before, @Nullable String after) {}
