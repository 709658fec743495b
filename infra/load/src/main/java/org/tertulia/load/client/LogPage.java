package org.tertulia.load.client;

import java.util.List;
import org.tertulia.contracts.message.LogEntry;

/**
 * A piece of a chat's log.
 *
 * @param items ascending by seq
 * @param lastSeq the newest seq of the log at that moment
 */
public record LogPage(List<LogEntry> items, long lastSeq) {}
