package org.tertulia.notification.replica;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;

/**
 * Whose message it is.
 *
 * @param person whose
 * @param thread the seq of the message in whose thread it is; null in the main conversation
 */
public record Author(UserId person, @Nullable Long thread) {}
