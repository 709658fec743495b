package org.tertulia.message.posting;

import org.jspecify.annotations.Nullable;

/**
 * What a message says: all that its sender chose.
 *
 * @param text what is said, cleaned
 * @param replyTo the seq of the message it answers
 * @param thread the seq of the message whose thread it is for; null for the main conversation
 * @param mentions whom the text calls
 */
record Content(String text, @Nullable Long replyTo, @Nullable Long thread, Mentions mentions) {

    /** A text in the main conversation that answers nothing. */
    static Content of(String text) {
        return new Content(text, null, null, Mentions.in(text));
    }
}
