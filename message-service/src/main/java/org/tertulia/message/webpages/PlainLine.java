package org.tertulia.message.webpages;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a stranger wrote, made fit to stand among what people say: without control characters, and without
 * what turns the direction of the text around it.
 */
final class PlainLine {

    /** UTF-16 units of a line for each grapheme it may have: more would be marks piled on letters. Guessed. */
    private static final int UNITS_PER_GRAPHEME = 4;

    private static final String CUT = "…";

    private PlainLine() {}

    /**
     * The text, normalised, its white space made single spaces, and cut after so many graphemes; null when nothing is
     * left.
     */
    static @Nullable String of(@Nullable String written, int maxGraphemes) {
        if (written == null) {
            return null;
        }
        var maxUnits = maxGraphemes * UNITS_PER_GRAPHEME;
        // A multiple, since spaces in a row become one: it bounds the work, not the line.
        var begin = written.substring(0, Math.min(written.length(), maxUnits * 4));
        var line = Normalizer.normalize(visible(begin), Normalizer.Form.NFC);
        var cut = cut(line, maxGraphemes, maxUnits);
        return cut.isBlank() ? null : cut;
    }

    private static String visible(String text) {
        var line = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(c -> c != ' ' || (!line.isEmpty() && line.charAt(line.length() - 1) != ' '))
                .filter(PlainLine::isAllowed)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean isAllowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            // Embeddings, overrides, isolates and marks of direction; joiners stay, emoji are made
            // of them.
            case Character.FORMAT -> c == 0x200C || c == 0x200D || (c >= 0xE0020 && c <= 0xE007F);
            default -> true;
        };
    }

    private static String cut(String line, int maxGraphemes, int maxUnits) {
        var boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
        boundaries.setText(line);
        var end = 0;
        for (int graphemes = 0; graphemes < maxGraphemes; graphemes++) {
            var next = boundaries.next();
            if (next == BreakIterator.DONE || next > maxUnits) {
                break;
            }
            end = next;
        }
        return end == line.length() ? line : line.substring(0, end).strip() + CUT;
    }
}
