package org.tertulia.message.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the places of words in a text. A run of a script without spaces counts as its characters and
 * the pairs of them, as in the index.
 */
final class TextFragments {

    /** A longer one is not looked at. */
    private static final int MAX_LENGTH = 100;

    private static final String UNSPACED =
            "\\x{0e00}-\\x{0eff}\\x{1000}-\\x{109f}\\x{1780}-\\x{17ff}\\x{3005}-\\x{3007}\\x{3040}-\\x{31ff}\\x{3400}-\\x{4dbf}"
                    + "\\x{4e00}-\\x{9fff}\\x{ac00}-\\x{d7af}\\x{f900}-\\x{faff}\\x{ff66}-\\x{ff9f}\\x{20000}-\\x{3ffff}";

    /** A word, or a character of a script without spaces. */
    private static final Pattern FRAGMENT =
            Pattern.compile(
                    "(?<one>[%s])|[\\p{L}\\p{M}\\p{N}&&[^%s]]+".formatted(UNSPACED, UNSPACED));

    private final String text;
    private final List<Place> places = new ArrayList<>();

    private TextFragments(String text) {
        this.text = text;
        var matcher = FRAGMENT.matcher(text);
        var pairsFrom = -1;
        var pairsTo = -1;
        while (matcher.find()) {
            add(matcher.start(), matcher.end());
            if (matcher.group("one") == null) {
                continue;
            }
            if (pairsTo == matcher.start()) {
                add(pairsFrom, matcher.end());
            }
            pairsFrom = matcher.start();
            pairsTo = matcher.end();
        }
    }

    /** The fragments of {@code text}. */
    static TextFragments of(String text) {
        return new TextFragments(text);
    }

    private void add(int start, int end) {
        if (end - start <= MAX_LENGTH) {
            places.add(new Place(start, end));
        }
    }

    /** Adds what the fragments say, until {@code words} has {@code most}. */
    void addTo(Collection<String> words, int most) {
        for (var place : places) {
            if (words.size() >= most) {
                return;
            }
            words.add(word(place));
        }
    }

    /** Where the fragments are that say one of {@code words}; those that overlap become one. */
    List<Highlight> highlights(Set<String> words) {
        var found = new ArrayList<Highlight>();
        for (var place : places) {
            if (!words.contains(word(place))) {
                continue;
            }
            var start = place.start();
            var end = place.end();
            while (!found.isEmpty() && found.getLast().end() > start) {
                var other = found.removeLast();
                start = Math.min(start, other.start());
                end = Math.max(end, other.end());
            }
            found.add(new Highlight(start, end));
        }
        return found;
    }

    private String word(Place place) {
        return text.substring(place.start(), place.end());
    }

    /** Where a fragment is. */
    private record Place(int start, int end) {}
}
