package org.tertulia.message.markers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Body of a moved marker.
 *
 * @param seq up to which seq of the log the caller has read
 * @param generation the generation of the marker that the caller knows; null for the present one
 */
record ReadMarkerRequest(
        @NotNull @PositiveOrZero Long seq, @PositiveOrZero @Nullable Integer generation) {}
