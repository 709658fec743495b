package org.tertulia.translation.language;

import java.util.Locale;
import org.tertulia.starter.text.LanguageCode;

/**
 * A language that something is written in, by its shortest ISO 639 code: {@code es}, {@code en}, {@code ast}. Variants
 * of a language ({@code pt-BR}) are the same one here, since neither the detection nor most engines tell them apart. Of two codes for one
 * language there is one, see {@link LanguageCode}.
 *
 * @param code two or three lower-case letters
 */
public record Language(String code) implements Comparable<Language> {

    /** Fails with {@link IllegalArgumentException} when that is no code. */
    public Language {
        code = LanguageCode.only(code);
    }

    /**
     * The language of a BCP 47 tag such as {@code es}, {@code es-MX} or {@code spa}.
     *
     * @throws IllegalArgumentException when it is no such tag
     */
    public static Language of(String tag) {
        return new Language(LanguageCode.of(tag));
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
