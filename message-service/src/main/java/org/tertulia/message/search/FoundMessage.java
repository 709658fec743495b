package org.tertulia.message.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.timeline.MessageView;

/**
 * A message that was found.
 *
 * @param message the message as its reader sees it
 * @param highlights what was found in its text, in order, none overlapping another
 * @param translation the translation it was found by; null, and left out, when it is found without one
 */
record FoundMessage(
        MessageView message,
        List<Highlight> highlights,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FoundTranslation translation) {

    /** Keeps its own copy. */
    FoundMessage {
        highlights = List.copyOf(highlights);
    }
}
