/**
 * Search over all messages that a person may read.
 *
 * <p>{@link org.tertulia.message.search.SearchIndexListener} follows the log and has {@code
 * index_messages} bring the index up to it; {@link org.tertulia.message.search.MessageSearch} reads a
 * query, has {@code search_messages} find the newest messages for it, ranks these, and marks what was
 * found in them. What a text and a query have in common is decided in SQL only, so that both are taken
 * apart in the same way.
 */
@NullMarked
package org.tertulia.message.search;

import org.jspecify.annotations.NullMarked;
