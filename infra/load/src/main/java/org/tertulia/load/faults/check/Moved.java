package org.tertulia.load.faults.check;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody has joined or left, as chat-service has answered; message-service writes it into the log
 * when the event has come.
 *
 * @param chatId the chat
 * @param userId who came or went
 * @param joined whether they came
 * @param nth which of that person's comings and goings in this chat it is; 1 for the first
 */
public record Moved(UUID chatId, UUID userId, boolean joined, int nth) implements Claim {
    @Override
    public Optional<String> brokenBy(ChatLog log) {
        var moves = log.moves(userId);
        if (moves.size() < nth) {
            return Optional.of("%s is not in the log".formatted(describe()));
        }
        return moves.get(nth - 1).joined() == joined
                ? Optional.empty()
                : Optional.of("instead of %s the log has the opposite".formatted(describe()));
    }

    @Override
    public boolean isEventual() {
        return true;
    }

    private String describe() {
        return "%s of %s (move %d)".formatted(joined ? "joining" : "leaving", userId, nth);
    }
}
