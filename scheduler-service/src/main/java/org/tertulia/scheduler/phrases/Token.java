package org.tertulia.scheduler.phrases;

/**
 * A word, a number or a single sign of a sentence.
 *
 * @param text lower case, without accents
 * @param start where it begins in the sentence
 * @param end where it ends
 * @param glued whether nothing stands between it and the token before
 */
record Token(String text, int start, int end, boolean glued) {

    private static final int MAX_DIGITS = 4;

    boolean isNumber() {
        return isDigit(text.charAt(0));
    }

    boolean isWord() {
        return Character.isLetter(text.charAt(0));
    }

    /** Its value; -1 if it has more digits than anything that is said of a time. */
    int number() {
        return text.length() > MAX_DIGITS ? -1 : Integer.parseInt(text);
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
