package org.tertulia.load.faults.check;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tertulia.contracts.message.LogEntry;

/**
 * What one client has in the end.
 *
 * @param name how it is called when it is told of
 * @param userId whose it is
 * @param logs the entries it has of each chat, from the first one on
 * @param receipts every entry that came to it, in order
 * @param complaints what it found wrong itself
 */
public record Reader(
        String name,
        UUID userId,
        Map<UUID, List<LogEntry>> logs,
        List<Receipt> receipts,
        List<String> complaints) {}
