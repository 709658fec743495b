package org.tertulia.notification.inbox;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text, in one line. */
public final class Excerpt {

    /** The most UTF-16 units of it, the ellipsis not counted. */
    static final int MAX_LENGTH = 200;

    private static final String ELLIPSIS = "…";

    private Excerpt() {}

    /** At most {@link #MAX_LENGTH} units of {@code text}, with an ellipsis when there is more; no grapheme is cut. */
    public static String of(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(line);
        var end = graphemes.isBoundary(MAX_LENGTH) ? MAX_LENGTH : graphemes.preceding(MAX_LENGTH);
        return line.substring(0, end) + ELLIPSIS;
    }
}
