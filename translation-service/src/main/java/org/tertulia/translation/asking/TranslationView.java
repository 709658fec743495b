package org.tertulia.translation.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.translating.ReasonText;
import org.tertulia.translation.translating.TranslationOutcome;

/**
 * A text in another language, or as it was. What is null is left out.
 *
 * @param sourceLanguage what the language it is in is called, in the caller's language; empty when it is not known
 * @param translatedText the translation; the text as it was when there is none
 * @param translated whether there is one
 * @param source the language it is in; null when it is not known
 * @param target the language it was wanted in
 * @param engine what translated it; null when nothing has
 * @param reason why there is no translation; null when there is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TranslationView(
        String sourceLanguage,
        String translatedText,
        boolean translated,
        @Nullable String source,
        String target,
        @Nullable String engine,
        @Nullable String reason) {

    static TranslationView of(
            String text, Language target, Locale reader, TranslationOutcome outcome) {
        return switch (outcome) {
            case TranslationOutcome.Translated(var source, var translated, var engine) ->
                    new TranslationView(
                            source.name(reader),
                            translated,
                            true,
                            source.code(),
                            target.code(),
                            engine,
                            null);
            case TranslationOutcome.Untranslated(var source, var reason) ->
                    new TranslationView(
                            source == null ? "" : source.name(reader),
                            text,
                            false,
                            source == null ? null : source.code(),
                            target.code(),
                            null,
                            ReasonText.of(reason));
        };
    }
}
