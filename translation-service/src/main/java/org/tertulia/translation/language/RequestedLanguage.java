package org.tertulia.translation.language;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** Reads the languages that clients send, as BCP 47 tags. */
public final class RequestedLanguage {

    private RequestedLanguage() {}

    /** The language of a tag. Fails with validation-failed, naming the field, when it is none. */
    public static Language of(String field, String tag) {
        try {
            return Language.of(tag);
        } catch (IllegalArgumentException noLanguage) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                    .field(field, "must be the tag of a language, such as en or pt-BR");
        }
    }

    /** The same; null for none. */
    public static @Nullable Language ofNullable(String field, @Nullable String tag) {
        return tag == null ? null : of(field, tag);
    }
}
