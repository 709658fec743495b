package org.tertulia.scheduler.phrases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence, and what it is made of: words without case and accents, numbers, and signs. A word and a number that touch are
 * two tokens: {@code 3pm}, {@code 15h30}.
 *
 * @param original the sentence in NFC
 * @param tokens its tokens, which know where they stand in it
 */
record Sentence(String original, List<Token> tokens) {

    static Sentence of(String text) {
        var original = Normalizer.normalize(text, Normalizer.Form.NFC);
        var tokens = new ArrayList<Token>();
        var at = 0;
        while (at < original.length()) {
            var end = endOfToken(original, at);
            if (!Character.isWhitespace(original.codePointAt(at))) {
                var glued = !tokens.isEmpty() && tokens.getLast().end() == at;
                tokens.add(new Token(folded(original.substring(at, end)), at, end, glued));
            }
            at = end;
        }
        return new Sentence(original, List.copyOf(tokens));
    }

    private static int endOfToken(String text, int start) {
        var first = text.codePointAt(start);
        var end = start + Character.charCount(first);
        if (Token.isDigit(first)) {
            while (end < text.length() && Token.isDigit(text.charAt(end))) {
                end++;
            }
        } else if (Character.isLetter(first)) {
            while (end < text.length() && goesOn(text, end)) {
                end += Character.charCount(text.codePointAt(end));
            }
        }
        return end;
    }

    /** Within a word: a letter, an accent that stands alone, or an apostrophe before a letter, as in {@code o'clock}. */
    private static boolean goesOn(String text, int at) {
        var character = text.codePointAt(at);
        if (character == '\'' || character == '’') {
            return at + 1 < text.length() && Character.isLetter(text.codePointAt(at + 1));
        }
        return Character.isLetter(character) || isAccent(character);
    }

    private static String folded(String token) {
        var bare = new StringBuilder();
        Normalizer.normalize(token, Normalizer.Form.NFD)
                .codePoints()
                .filter(character -> !isAccent(character))
                .forEach(bare::appendCodePoint);
        // A sign that is nothing but an accent stays one.
        return bare.isEmpty() ? token : bare.toString().toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static boolean isAccent(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }

    int size() {
        return tokens.size();
    }

    /** Whether there is a token at {@code index}, and it is that one. */
    boolean has(int index, String token) {
        return index < tokens.size() && tokens.get(index).text().equals(token);
    }

    /** What was written from one token up to another, which is not included. */
    String text(int from, int to) {
        return from >= to
                ? ""
                : original.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
