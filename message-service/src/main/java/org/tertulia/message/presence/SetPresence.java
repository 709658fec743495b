package org.tertulia.message.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says what one wants to be shown as, all of it: what is null is not wanted any more.
 *
 * @param status {@code online}, {@code away} or {@code invisible}
 * @param text the custom status
 * @param emoji the emoji of it
 * @param until when invisibility and custom status end by themselves
 */
public record SetPresence(
        String status, @Nullable String text, @Nullable String emoji, @Nullable Instant until) {}
