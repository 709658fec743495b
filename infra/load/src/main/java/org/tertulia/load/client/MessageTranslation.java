package org.tertulia.load.client;

import org.jspecify.annotations.Nullable;

/**
 * A message in another language, or why it is not there.
 *
 * @param message the message's seq
 * @param version of which of its texts
 * @param language the language asked for
 * @param text the translation; null when there is none
 * @param engine what made it; null when there is none
 * @param reason why there is none; null when there is one
 */
public record MessageTranslation(
        long message,
        int version,
        String language,
        @Nullable String text,
        @Nullable String engine,
        @Nullable String reason) {}
