package org.tertulia.contracts.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person has chosen to be shown as. The greatest {@code version} counts.
 *
 * @param userId the person
 * @param version 1, 2, 3 … per person
 * @param invisible whether they are to look offline, however they are connected
 * @param text their custom status; null when none
 * @param emoji the emoji of their custom status; null when none
 * @param until when the choice ends by itself, UTC; null when never
 * @param devices {@code online} or {@code away} when this was said for all their connections at once; null otherwise
 */
public record ChosenPresence(
        UUID userId,
        long version,
        boolean invisible,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String emoji,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant until,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String devices) {}
