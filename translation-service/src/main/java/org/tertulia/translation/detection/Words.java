package org.tertulia.translation.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text, in small letters. What is no letter stands between them, but an apostrophe before a letter is part of
 * its word. Takes time in proportion to the text, whatever is in it.
 */
final class Words {

    private static final String APOSTROPHES = "'`’";

    private final List<String> found = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    /** Of the word, should a letter follow. */
    private final StringBuilder apostrophes = new StringBuilder();

    private Words() {}

    static List<String> in(String text) {
        var words = new Words();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(words::add);
        words.end();
        return List.copyOf(words.found);
    }

    private void add(int point) {
        if (isOfAWord(point)) {
            word.append(apostrophes).appendCodePoint(point);
            apostrophes.setLength(0);
        } else if (APOSTROPHES.indexOf(point) >= 0) {
            apostrophes.appendCodePoint(point);
        } else {
            end();
        }
    }

    private static boolean isOfAWord(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> Character.isLetter(point);
        };
    }

    private void end() {
        if (!word.isEmpty()) {
            found.add(word.toString());
        }
        word.setLength(0);
        apostrophes.setLength(0);
    }
}
