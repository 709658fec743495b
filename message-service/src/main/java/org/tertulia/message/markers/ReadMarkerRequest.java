package org.tertulia.message.markers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Body of a moved marker.
 *
 * @param seq up to which seq of the log the caller has read
 */
record ReadMarkerRequest(@NotNull @PositiveOrZero Long seq) {}
