package org.tertulia.message.markers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * Body of a marker that goes back.
 *
 * @param seq the first message that is to be unread
 */
record UnreadMarkerRequest(@NotNull @Positive Long seq) {}
