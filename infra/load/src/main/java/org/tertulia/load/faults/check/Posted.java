package org.tertulia.load.faults.check;

import java.util.Optional;
import java.util.UUID;

/**
 * A message was acknowledged: it is in the log once, where the ack said, with its text unless it was
 * deleted since.
 *
 * @param chatId the chat
 * @param senderId who said it
 * @param clientMessageId the id that its repeats had as well
 * @param text what was said
 * @param seq the place that was acknowledged
 */
public record Posted(UUID chatId, UUID senderId, UUID clientMessageId, String text, long seq)
        implements Claim {
    @Override
    public Optional<String> brokenBy(ChatLog log) {
        var found = log.posts(senderId, clientMessageId);
        if (found.isEmpty()) {
            return Optional.of("message %s acked as %d is lost".formatted(clientMessageId, seq));
        }
        if (found.stream().noneMatch(it -> it.seq() == seq)) {
            return Optional.of(
                    "message %s acked as %d is %d"
                            .formatted(clientMessageId, seq, found.getFirst().seq()));
        }
        return found.stream().allMatch(it -> it.deletedAt() != null || it.text().equals(text))
                ? Optional.empty()
                : Optional.of("message %s has another text".formatted(clientMessageId));
    }
}
