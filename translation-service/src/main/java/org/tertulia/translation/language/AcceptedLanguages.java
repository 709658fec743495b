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

    /** More than any browser sends. A longer header is as good as none: to read it takes more than its length. */
    private static final int LONGEST_HEADER = 500;

    /** More languages than people read. */
    private static final int MOST = 10;

    private static final String ANYTHING = "*";

    /** Keeps its own copy of the list. */
    public AcceptedLanguages {
        locales = List.copyOf(locales);
    }

    /** Reads the header: the ten best of its languages; none when it has more than 500 characters. */
    public static AcceptedLanguages of(@Nullable String header) {
        return new AcceptedLanguages(
                header == null || header.length() > LONGEST_HEADER ? List.of() : locales(header));
    }

    private static List<Locale> locales(String header) {
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(LanguageRange::getRange)
                    .filter(range -> !range.startsWith(ANYTHING))
                    .map(Locale::forLanguageTag)
                    .filter(locale -> !locale.getLanguage().isEmpty())
                    .limit(MOST)
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
