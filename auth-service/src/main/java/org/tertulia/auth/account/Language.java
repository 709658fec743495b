package org.tertulia.auth.account;

import java.util.Arrays;
import java.util.Locale;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The languages the suite speaks. */
public enum Language {
    ES,
    EN;

    /** Fails with validation-failed on {@code language} for a tag that is neither. */
    public static Language of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(Language::unknown);
    }

    /** The BCP 47 tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "The language is not known.")
                .field("language", "must be es or en");
    }
}
