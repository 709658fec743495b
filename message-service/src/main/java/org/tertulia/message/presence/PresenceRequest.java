package org.tertulia.message.presence;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of a chosen presence, all of it.
 *
 * @param status {@code online}, {@code away} or {@code invisible}
 * @param text the custom status
 * @param emoji the emoji of it
 * @param until when invisibility and custom status end by themselves
 */
record PresenceRequest(
        @NotNull String status,
        @Nullable String text,
        @Nullable String emoji,
        @Nullable Instant until) {

    SetPresence command() {
        return new SetPresence(status, text, emoji, until);
    }
}
