package org.tertulia.translation.language;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller's program says that they read: the {@code Accept-Language} header (RFC 9110, section 12.5.4).
 *
 * @param locales the best first; none when there is no header, or none that can be read
 */
public record AcceptedLanguages(List<Locale> locales) {

    private static final String ANYTHING = "*";

    /** Keeps its own copy of the list. */
    public AcceptedLanguages {
        locales = List.copyOf(locales);
    }

    /** Reads the header. */
    public static AcceptedLanguages of(@Nullable String header) {
        return new AcceptedLanguages(header == null ? List.of() : locales(header));
    }

    private static List<Locale> locales(String header) {
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(LanguageRange::getRange)
                    .filter(range -> !range.startsWith(ANYTHING))
                    .map(Locale::forLanguageTag)
                    .filter(locale -> !locale.getLanguage().isEmpty())
                    .toList();
        } catch (IllegalArgumentException notReadable) {
            return List.of();
        }
    }

    /** In which language to name things to the caller; English when nothing is known. */
    public Locale reader() {
        return locales.isEmpty() ? Locale.ENGLISH : locales.getFirst();
    }

    /** The first one, as a language that can be translated into. */
    public Optional<Language> first() {
        return languages().stream().findFirst();
    }

    /** All of them, without a repeat. */
    public List<Language> languages() {
        return locales.stream()
                .map(Locale::getLanguage)
                .filter(code -> code.length() <= 3)
                .map(Language::of)
                .distinct()
                .toList();
    }
}
