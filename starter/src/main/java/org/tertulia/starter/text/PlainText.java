package org.tertulia.starter.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Makes text from outside fit to be stored and shown: Unicode NFC, no white space around it, no control
 * characters, no directional overrides (they make a name look like another one), and a length counted
 * in graphemes, which is what a person sees as one character (UAX #29).
 *
 * <p>Every method fails with {@link ProblemTypes#VALIDATION_FAILED}, naming the field.
 */
public final class PlainText {

    /** UTF-16 units a grapheme may have on average; a flag of three regions has 14. Guessed. */
    private static final int UNITS_PER_GRAPHEME = 16;

    private PlainText() {}

    /**
     * One line of text, cleaned. Absent text counts as empty.
     *
     * @param field the name of the field in the problem
     * @param raw what was sent
     * @param minGraphemes fewest graphemes; above zero, at least one must be visible
     * @param maxGraphemes most graphemes
     */
    public static String clean(
            String field, @Nullable String raw, int minGraphemes, int maxGraphemes) {
        return checked(field, raw, minGraphemes, maxGraphemes, false);
    }

    /**
     * Like {@link #clean}, but line feeds and tabs may stay. Other line ends become line feeds.
     *
     * @param field the name of the field in the problem
     * @param raw what was sent
     * @param minGraphemes fewest graphemes; above zero, at least one must be visible
     * @param maxGraphemes most graphemes
     */
    public static String cleanLines(
            String field, @Nullable String raw, int minGraphemes, int maxGraphemes) {
        String text = raw == null ? "" : raw.replace("\r\n", "\n").replace('\r', '\n');
        return checked(field, text, minGraphemes, maxGraphemes, true);
    }

    /** How many characters a person sees in the text: its extended grapheme clusters. */
    public static int graphemes(String text) {
        var boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
        boundaries.setText(text);
        int count = 0;
        while (boundaries.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    private static String checked(
            String field, @Nullable String raw, int min, int max, boolean lines) {
        String text = raw == null ? "" : raw;
        if (text.length() > (long) max * UNITS_PER_GRAPHEME) {
            throw refused(field, lengthRule(min, max));
        }
        if (text.codePoints().anyMatch(c -> !allowed(c, lines))) {
            throw refused(field, "must not contain control characters");
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        int length = graphemes(normal);
        if (length < min || length > max) {
            throw refused(field, lengthRule(min, max));
        }
        if (min > 0 && normal.codePoints().noneMatch(PlainText::visible)) {
            throw refused(field, "must contain something visible");
        }
        return normal;
    }

    private static boolean allowed(int c, boolean lines) {
        if (c == '\n' || c == '\t') {
            return lines;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> !directional(c) && (c & 0xFFFE) != 0xFFFE;
        };
    }

    /** Embeddings, overrides and isolates; the plain marks U+200E and U+200F may stay. */
    private static boolean directional(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.CONTROL,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    private static String lengthRule(int min, int max) {
        return min == 0
                ? "must have at most %d characters".formatted(max)
                : "must have %d to %d characters".formatted(min, max);
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(
                        ProblemTypes.VALIDATION_FAILED,
                        "The field %s %s.".formatted(field, message))
                .field(field, message);
    }
}
