package org.tertulia.translation.preferences;

import jakarta.validation.constraints.NotNull;

/**
 * Body of {@code PUT /translate/preferences/chats/{chatId}}.
 *
 * @param translate whether the caller wants translations there
 */
record ChoiceRequest(@NotNull Boolean translate) {}
