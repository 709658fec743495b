package org.tertulia.starter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param next what to send as {@code cursor} for the page after this one; null on the last page
 */
public record CursorPage<T>(List<T> items, @Nullable String next) {

    /** Keeps its own copy of the items. */
    public CursorPage {
        items = List.copyOf(items);
    }
}
