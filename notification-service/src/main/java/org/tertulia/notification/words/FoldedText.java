package org.tertulia.notification.words;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text in which case and accents do not count, and what can be looked up of it.
 *
 * <p>Folding is Unicode's compatibility decomposition (NFKD), full case folding (ß is ss, every σ the same), and the loss of
 * accents and of characters that are not seen; what is left is composed again (NFC), so that a Hangul syllable is one
 * character and か another one than が. White space is one space. A dotless ı counts as i, й as и.
 *
 * @param text folded
 */
public record FoldedText(String text) {

    /** Different {@link #keys} of one text at most; a message of 4,000 characters has fewer. */
    static final int MAX_KEYS = 8_000;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LAST_ASCII = 0x7F;
    private static final int VOICED = 0x3099;
    private static final int HALF_VOICED = 0x309A;

    /** Folds a text. */
    public static FoldedText of(String raw) {
        var folded = isAscii(raw) ? raw.toLowerCase(Locale.ROOT) : folded(raw);
        return new FoldedText(SPACES.matcher(folded.strip()).replaceAll(" "));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit <= LAST_ASCII);
    }

    /** Java has no case folding; upper and then lower case is the same but for the last σ of a word, and for ı. */
    private static String folded(String raw) {
        var plain =
                Normalizer.normalize(raw, Form.NFKD)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT)
                        .replace('ς', 'σ');
        var kept = new StringBuilder();
        Normalizer.normalize(plain, Form.NFKD)
                .codePoints()
                .filter(point -> !isDropped(point))
                .forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Form.NFC);
    }

    /** Accents belong to no script; what does, a vowel of Devanagari for one, is no accent. */
    private static boolean isDropped(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT -> true;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                    point != VOICED
                            && point != HALF_VOICED
                            && UnicodeScript.of(point) == UnicodeScript.INHERITED;
            default -> false;
        };
    }

    /**
     * Whether the word, folded too, stands in it: as a whole word, so next to no letter, digit or {@code _}; where either is
     * of a script that does not put spaces between words, anywhere.
     */
    public boolean has(FoldedText word) {
        var sought = word.text;
        if (sought.isEmpty()) {
            return false;
        }
        for (var at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            if (isFreeBefore(at, sought) && isFreeAfter(at + sought.length(), sought)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFreeBefore(int begin, String sought) {
        return begin == 0
                || !isSpaced(sought.codePointAt(0))
                || !isSpaced(text.codePointBefore(begin));
    }

    private boolean isFreeAfter(int end, String sought) {
        return end == text.length()
                || !isSpaced(sought.codePointBefore(sought.length()))
                || !isSpaced(text.codePointAt(end));
    }

    /**
     * What a text has whenever it {@link #has} this: its whole words; of a script without spaces each character and each
     * pair of neighbours.
     */
    public Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        var at = 0;
        while (at < text.length() && keys.size() < MAX_KEYS) {
            var point = text.codePointAt(at);
            var next = at + Character.charCount(point);
            if (isSpaced(point)) {
                next = wordEnd(next);
                keys.add(text.substring(at, next));
            } else if (isUnspaced(point)) {
                keys.add(text.substring(at, next));
                addPair(keys, at, next);
            }
            at = next;
        }
        return keys;
    }

    private int wordEnd(int from) {
        var end = from;
        while (end < text.length() && isSpaced(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private void addPair(Set<String> keys, int at, int next) {
        if (next < text.length() && isUnspaced(text.codePointAt(next))) {
            keys.add(text.substring(at, next + Character.charCount(text.codePointAt(next))));
        }
    }

    /** The longest of its {@link #keys}: the one that the fewest texts have. Empty when it has none. */
    public String rarestKey() {
        var longest = "";
        for (var key : keys()) {
            longest = key.length() > longest.length() ? key : longest;
        }
        return longest;
    }

    private static boolean isSpaced(int point) {
        return isOfWords(point) && !isUnspaced(point);
    }

    private static boolean isOfWords(int point) {
        return point == '_'
                || Character.isLetterOrDigit(point)
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    /** Korean has spaces, but its words carry endings. */
    private static boolean isUnspaced(int point) {
        if (point <= LAST_ASCII || !isOfWords(point)) {
            return false;
        }
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
