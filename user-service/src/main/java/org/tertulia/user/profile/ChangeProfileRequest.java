package org.tertulia.user.profile;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /users/me}.
 *
 * @param displayName the name from now on
 * @param bio the text from now on; empty when absent
 */
record ChangeProfileRequest(@NotNull String displayName, @Nullable String bio) {}
