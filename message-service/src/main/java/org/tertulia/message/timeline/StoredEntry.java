package org.tertulia.message.timeline;

/**
 * An entry as the log has it.
 *
 * @param seq its place
 * @param json all of it, as it is published and sent
 */
public record StoredEntry(long seq, String json) {}
