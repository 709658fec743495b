package org.tertulia.message.search;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * What somebody searches for.
 *
 * @param parts of the query
 * @param chat only in this one; null for all
 * @param zone where the days of the query begin
 * @param window where to go on
 * @param limit the most items of the page
 */
record SearchRequest(
        List<SearchPart> parts,
        @Nullable ChatId chat,
        ZoneId zone,
        SearchWindow window,
        int limit) {

    /** Keeps its own copy. */
    SearchRequest {
        parts = List.copyOf(parts);
    }
}
