package org.tertulia.message.search;

import java.util.List;
import org.tertulia.message.timeline.MessageView;

/**
 * A message that was found.
 *
 * @param message the message as its reader sees it
 * @param highlights what was found in its text, in order, none overlapping another
 */
record FoundMessage(MessageView message, List<Highlight> highlights) {

    /** Keeps its own copy. */
    FoundMessage {
        highlights = List.copyOf(highlights);
    }
}
