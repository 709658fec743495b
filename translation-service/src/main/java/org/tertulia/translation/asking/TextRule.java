package org.tertulia.translation.asking;

import java.util.List;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.translation.translating.Translator;

/** How much may be asked at once. Every method fails with validation-failed. */
final class TextRule {

    /** Texts of a batch. */
    static final int MAX_TEXTS = 50;

    /** Characters of a batch in all. */
    static final int MAX_TOTAL = 20_000;

    private TextRule() {}

    static void check(String field, String text) {
        if (text.isEmpty() || text.length() > Translator.MAX_CHARACTERS) {
            throw refused(
                    field, "must have 1 to %d characters".formatted(Translator.MAX_CHARACTERS));
        }
    }

    static void check(List<String> texts) {
        if (texts.isEmpty() || texts.size() > MAX_TEXTS) {
            throw refused("texts", "must be 1 to %d texts".formatted(MAX_TEXTS));
        }
        texts.forEach(text -> check("texts", text));
        if (texts.stream().mapToInt(String::length).sum() > MAX_TOTAL) {
            throw refused("texts", "must have at most %d characters in all".formatted(MAX_TOTAL));
        }
    }

    private static ProblemException refused(String field, String rule) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, rule);
    }
}
