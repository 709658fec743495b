package org.tertulia.notification.letters;

import java.util.List;

/**
 * What a digest tells.
 *
 * @param items the newest first
 * @param total notifications in all, those that are not shown included
 */
public record Digest(List<DigestItem> items, int total) {

    /** Keeps its own copy. */
    public Digest {
        items = List.copyOf(items);
    }
}
