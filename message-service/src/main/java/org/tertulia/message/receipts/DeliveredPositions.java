package org.tertulia.message.receipts;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tertulia.message.concurrent.Coalesced;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * What has reached people's devices, until it is written. What is lost with the process, or because too much
 * waits, is made up for by the next that is said, or by reading.
 */
@Component
public final class DeliveredPositions {

    /** Chats of which may be said at once what has come. As many as one resume may have. */
    public static final int MAX_CHATS = 500;

    /** People in chats that wait to be written at once. Guessed. */
    private static final int CAPACITY = 50_000;

    private final Coalesced<ChatMember, Long> waiting = new Coalesced<>(CAPACITY, Math::max);

    DeliveredPositions() {}

    /**
     * All up to these seqs has reached a device of {@code person}; of chats that they are not a member of, that
     * is nothing. From any thread, returns at once. Fails with validation-failed for too many chats and for what
     * is no seq.
     */
    public void note(UserId person, Map<ChatId, Long> seqs) {
        if (seqs.size() > MAX_CHATS) {
            throw refused("must have at most %d chats".formatted(MAX_CHATS));
        }
        if (seqs.values().stream().anyMatch(seq -> seq < 0)) {
            throw refused("must be 0 or more for each chat");
        }
        seqs.forEach((chat, seq) -> waiting.put(new ChatMember(chat, person), seq));
    }

    private static ProblemException refused(String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field("chats", message);
    }

    /** What waits to be written. */
    Coalesced<ChatMember, Long> waiting() {
        return waiting;
    }
}
