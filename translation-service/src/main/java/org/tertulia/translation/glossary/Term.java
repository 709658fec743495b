package org.tertulia.translation.glossary;

import org.jspecify.annotations.Nullable;
import org.tertulia.translation.language.Language;

/**
 * How a chat wants a word translated.
 *
 * @param word the word or phrase, found whole, whatever its case
 * @param target the language it is for; null for all
 * @param translation what it becomes; null when it stays as it is
 */
public record Term(String word, @Nullable Language target, @Nullable String translation) {}
