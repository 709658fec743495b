package org.tertulia.message.frames;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a chat is. */
public record ChatSummary(
        String kind,
        @Nullable String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID pictureId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> memberIds,
        boolean receipts) {}
