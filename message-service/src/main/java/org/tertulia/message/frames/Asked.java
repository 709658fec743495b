package org.tertulia.message.frames;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.Problems;
import tools.jackson.databind.JsonNode;

/**
 * Which frame of a client an answer is to: what it names, as far as it could be read.
 *
 * @param op what it asked for
 * @param requestId what the client calls it, if it does; the answer carries it
 * @param clientMessageId the message it would send
 * @param chatId the chat it is about
 * @param message the seq of the message it is about
 */
public record Asked(
        String op,
        @Nullable String requestId,
        @Nullable UUID clientMessageId,
        @Nullable ChatId chatId,
        @Nullable Long message) {

    /** The most characters of a {@code requestId}; a longer one is refused. */
    public static final int MAX_REQUEST_ID = 64;

    static Asked of(String op, JsonNode frame) {
        var chatId = id(frame, "chatId");
        return new Asked(
                op,
                isRequestId(frame.path("requestId")) ? frame.path("requestId").stringValue() : null,
                id(frame, "clientMessageId"),
                chatId == null ? null : new ChatId(chatId),
                frame.path("message").canConvertToLong() && frame.path("message").isIntegralNumber()
                        ? frame.path("message").longValue()
                        : null);
    }

    /** Whether {@code requestId} is one that can be carried back. */
    static boolean isRequestId(JsonNode requestId) {
        return requestId.isString() && requestId.stringValue().length() <= MAX_REQUEST_ID;
    }

    private static @Nullable UUID id(JsonNode frame, String field) {
        try {
            var value = frame.path(field);
            return value.isString() ? UUID.fromString(value.stringValue()) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /**
     * The answer that it was done.
     *
     * @param seq the log entry it became
     * @param version the version that it led to
     */
    public ServerFrame.Done done(@Nullable Long seq, @Nullable Number version) {
        return new ServerFrame.Done(
                op, requestId, chatId, message, seq, version == null ? null : version.longValue());
    }

    /** The answer that it was not done. */
    public ServerFrame.Refused refused(Throwable error) {
        var retryAfter = error instanceof ProblemException e ? e.retryAfter() : null;
        return new ServerFrame.Refused(
                op,
                requestId,
                clientMessageId,
                chatId,
                message,
                retryAfter == null ? null : retryAfter.toMillis(),
                Problems.of(error));
    }
}
