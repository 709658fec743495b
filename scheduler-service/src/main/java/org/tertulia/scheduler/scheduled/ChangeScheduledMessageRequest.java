package org.tertulia.scheduler.scheduled;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PATCH /scheduled-messages/{id}}; what is absent stays as it is.
 *
 * @param text what to say
 * @param dueAt when
 * @param zone in whose local time that is thought of
 */
record ChangeScheduledMessageRequest(
        @Nullable String text, @Nullable Instant dueAt, @Nullable String zone) {}
