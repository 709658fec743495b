package org.tertulia.sample.notes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new note. */
record PostNoteRequest(@NotBlank @Size(max = 4000) String text, @Nullable Boolean failAfterwards) {}
