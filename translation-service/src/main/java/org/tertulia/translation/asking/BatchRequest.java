package org.tertulia.translation.asking;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /translate/batch}.
 *
 * @param texts what to translate
 * @param target the language all of it is wanted in, as a BCP 47 tag
 * @param source the language all of it is in; absent when that is to be found out, of each
 */
record BatchRequest(
        @NotNull List<@NotNull String> texts, @NotNull String target, @Nullable String source) {}
