package org.tertulia.translation.glossary;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /chats/{chatId}/glossary}.
 *
 * @param word the word or phrase
 * @param language the language it is for, as a BCP 47 tag; absent for all
 * @param translation what it becomes; absent when it stays as it is
 */
record AddTermRequest(
        @NotNull String word, @Nullable String language, @Nullable String translation) {}
