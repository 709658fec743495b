package org.tertulia.message.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * What a person has begun to write in one place.
 *
 * @param chatId the chat it is for
 * @param thread the seq of the message in whose thread; null in the main conversation
 * @param text what it says, as it was typed; empty when there is none any more
 * @param replyTo the seq of the message it is to answer
 * @param version greater than every earlier one of this place
 * @param updatedAt when it was written, UTC
 * @param replaced what it was written over by somebody who did not know of that; null when nothing, and
 *     once somebody writes who has been told of it
 */
public record Draft(
        ChatId chatId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long thread,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long replyTo,
        long version,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReplacedDraft replaced) {

    /** None: what is told of a place without a draft. */
    public static Draft none(
            ChatId chatId, @Nullable Long thread, long version, Instant updatedAt) {
        return new Draft(chatId, thread, "", null, version, updatedAt, null);
    }
}
