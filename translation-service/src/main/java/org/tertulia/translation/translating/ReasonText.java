package org.tertulia.translation.translating;

import java.util.Locale;
import org.tertulia.translation.translating.TranslationOutcome.Reason;

/** The words that people's programs know reasons by. */
public final class ReasonText {

    private ReasonText() {}

    /** As in the contract: {@code same-language}, {@code no-words} … */
    public static String of(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
