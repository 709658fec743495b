package org.tertulia.translation.asking;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /translate}.
 *
 * @param text what to translate
 * @param target the language it is wanted in, as a BCP 47 tag; absent for the caller's own
 * @param source the language it is in; absent when that is to be found out
 */
record TranslateRequest(@NotNull String text, @Nullable String target, @Nullable String source) {}
