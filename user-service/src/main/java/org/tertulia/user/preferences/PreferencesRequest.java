package org.tertulia.user.preferences;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /users/me/preferences}.
 *
 * @param language null, or absent, leaves it to the device
 * @param theme how it looks
 */
record PreferencesRequest(@Nullable Language language, @NotNull Theme theme) {

    Preferences preferences() {
        return new Preferences(language, theme);
    }
}
