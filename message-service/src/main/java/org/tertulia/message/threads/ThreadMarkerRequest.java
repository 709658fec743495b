package org.tertulia.message.threads;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Body of a moved marker.
 *
 * @param seq up to which seq of the chat's log the caller has read the thread
 */
record ThreadMarkerRequest(@NotNull @PositiveOrZero Long seq) {}
