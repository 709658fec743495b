package org.tertulia.load.faults.check;

import java.util.Optional;
import java.util.UUID;

/** What the suite has promised somebody about a chat's log by answering a request with success. */
public interface Claim {
    UUID chatId();

    /** What is wrong, given the whole log; empty when the promise was kept. */
    Optional<String> brokenBy(ChatLog log);

    /**
     * Whether the entry may come into the log some time after the answer; the check waits for it then.
     */
    default boolean isEventual() {
        return false;
    }
}
