package org.tertulia.message.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft that was written over unseen, to be offered to the person once more.
 *
 * @param text what it said
 * @param replyTo the seq of the message it was to answer
 * @param version its version
 * @param updatedAt when it was written, UTC
 */
public record ReplacedDraft(
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long replyTo,
        long version,
        Instant updatedAt) {}
