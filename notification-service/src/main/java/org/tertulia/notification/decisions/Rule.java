package org.tertulia.notification.decisions;

import org.jspecify.annotations.Nullable;
import org.tertulia.notification.words.FoldedText;

/**
 * An alert that may concern what is said.
 *
 * @param alert which
 * @param word the word that it waits for; null when it waits for who says it
 */
public record Rule(AlertId alert, @Nullable FoldedText word) {

    /** Whether this is what it waits for. */
    boolean meets(FoldedText said) {
        return word == null || said.has(word);
    }
}
