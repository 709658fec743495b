package org.tertulia.message.threads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the threads that a person follows.
 *
 * @param items the newest activity first
 * @param before cursor of the page of those with older activity; null when there are none
 */
record ThreadPage(List<FollowedThread> items, @Nullable String before) {

    /** Keeps its own copy of the items. */
    ThreadPage {
        items = List.copyOf(items);
    }
}
