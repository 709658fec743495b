package org.tertulia.starter.web;

import java.util.List;
import java.util.function.Function;
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

    /**
     * The page of what was found, of which one more than {@code limit} was asked for, to know whether there is another page.
     *
     * @param view what the client is shown of one
     * @param cursor where the page after the one that ends with this begins
     */
    public static <S, T> CursorPage<T> of(
            List<S> found, int limit, Function<S, T> view, Function<S, String> cursor) {
        return new CursorPage<>(
                found.stream().limit(limit).map(view).toList(),
                found.size() > limit ? cursor.apply(found.get(limit - 1)) : null);
    }
}
