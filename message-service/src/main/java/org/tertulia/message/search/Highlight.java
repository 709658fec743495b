package org.tertulia.message.search;

/**
 * A stretch of a text that a query found.
 *
 * @param start where it begins, in UTF-16 code units
 * @param end where it has ended
 */
record Highlight(int start, int end) {}
