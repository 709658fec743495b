package org.tertulia.translation.preferences;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /translate/preferences}.
 *
 * @param language the language the caller reads, as a BCP 47 tag; null to leave it open
 * @param everything whether they want translations wherever they have not said otherwise
 */
record PreferencesRequest(@Nullable String language, @NotNull Boolean everything) {}
