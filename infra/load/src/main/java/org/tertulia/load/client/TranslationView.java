package org.tertulia.load.client;

import org.jspecify.annotations.Nullable;

/**
 * What became of a text that was to be translated.
 *
 * @param sourceLanguage the name of the language it is in, in the language of who asks; empty when that is not known
 * @param translatedText the translation, or the text as it was
 * @param translated whether it is one
 * @param source the language it is in, as a tag; null when that is not known
 * @param target the language it was wanted in
 * @param engine what translated it; null when nothing did
 * @param reason why it is not translated; null when it is
 */
public record TranslationView(
        String sourceLanguage,
        String translatedText,
        boolean translated,
        @Nullable String source,
        String target,
        @Nullable String engine,
        @Nullable String reason) {}
