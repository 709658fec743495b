package org.tertulia.scheduler.reading;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /reminders/readings}.
 *
 * @param sentence what and when, in either order
 * @param zone name of the IANA time zone whose local time is meant
 * @param language which language counts where both can be read; English when absent
 */
record ReadingRequest(
        @NotBlank String sentence, @NotNull String zone, @Nullable SpokenLanguage language) {}
