package org.tertulia.translation.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A language that something is written in, by its shortest ISO 639 code: {@code es}, {@code en}, {@code ast}. Variants
 * of a language ({@code pt-BR}) are the same one here, since neither the detection nor most engines tell them apart.
 *
 * @param code two or three lower-case letters
 */
public record Language(String code) implements Comparable<Language> {

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    /** The two letters (ISO 639-1) of the languages that have them, by their three (ISO 639-3). */
    private static final Map<String, String> SHORTER =
            Arrays.stream(Locale.getISOLanguages())
                    .collect(
                            Collectors.toMap(
                                    code -> Locale.of(code).getISO3Language(),
                                    code -> code,
                                    (first, _) -> first));

    /** Fails with {@link IllegalArgumentException} when that is no code. */
    public Language {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("No code of a language: " + code);
        }
    }

    /**
     * The language of a BCP 47 tag such as {@code es}, {@code es-MX} or {@code spa}.
     *
     * @throws IllegalArgumentException when it is no such tag
     */
    public static Language of(String tag) {
        var code = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
        return new Language(SHORTER.getOrDefault(code, code));
    }

    /** What it is called in another language: "Spanish", "español". */
    public String name(Locale reader) {
        return Locale.of(code).getDisplayLanguage(reader);
    }

    @Override
    public int compareTo(Language other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
