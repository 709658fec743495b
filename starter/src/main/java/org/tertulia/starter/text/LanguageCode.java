package org.tertulia.starter.text;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By which code a language is called in all services: by the shortest that ISO 639 has for it, such as {@code es}, {@code en}
 * and {@code ast}. So a language has one code, whichever way it was asked for.
 */
public final class LanguageCode {

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    /** The two letters (ISO 639-1) of the languages that have them, by their three (ISO 639-3). */
    private static final Map<String, String> SHORTER =
            Arrays.stream(Locale.getISOLanguages())
                    .map(Locale::of)
                    .collect(
                            Collectors.toMap(
                                    Locale::getISO3Language,
                                    Locale::getLanguage,
                                    (first, _) -> first));

    /** Of nearly all that is written as Norwegian; what is written otherwise is {@code nn}. */
    private static final Map<String, String> SAME = Map.of("no", "nb");

    private LanguageCode() {}

    /**
     * The code of a language by its BCP 47 tag: {@code es} for {@code es}, {@code es-MX} and {@code spa}. It may be one that
     * no language has.
     *
     * @throws IllegalArgumentException when it is no such tag, or one without a language
     */
    public static String of(String tag) {
        var code = language(tag);
        return only(SHORTER.getOrDefault(code, code));
    }

    private static String language(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().getLanguage();
        } catch (IllformedLocaleException noTag) {
            throw new IllegalArgumentException("No tag of a language: " + tag, noTag);
        }
    }

    /**
     * Of two codes for one language the one that is used, as {@code he} for {@code iw}; else the code itself.
     *
     * @throws IllegalArgumentException when it does not look like a code: two or three lower-case letters
     */
    public static String only(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("No code of a language: " + code);
        }
        var current = Locale.of(code).getLanguage();
        return SAME.getOrDefault(current, current);
    }
}
