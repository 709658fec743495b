package org.tertulia.translation.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text of which it is known what is to be translated and what is not.
 *
 * @param parts its stretches, in order
 */
public record MarkedText(List<Part> parts) {

    /** A translation is longer than this many times its source only where the source is a word or two. */
    private static final int TIMES_LONGER = 3;

    /** For such. */
    private static final int ROOM = 100;

    /** Keeps its own copy of the list. */
    public MarkedText {
        parts = List.copyOf(parts);
    }

    /** A text of words only. */
    public static MarkedText ofWords(String words) {
        return new MarkedText(List.of(new Part.Words(words)));
    }

    /** The text as people see it. */
    public String plain() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** What is to survive, in order. */
    public List<Part.Kept> kept() {
        return parts.stream()
                .filter(Part.Kept.class::isInstance)
                .map(Part.Kept.class::cast)
                .toList();
    }

    /** Whether there is anything to translate: a letter in any of its words. */
    public boolean hasWords() {
        return words().anyMatch(words -> words.codePoints().anyMatch(Character::isLetter));
    }

    /** What is to be translated, in order. */
    public Stream<String> words() {
        return parts.stream().filter(Part.Words.class::isInstance).map(Part::text);
    }

    /**
     * Whether its words are more than a translation of those of {@code source} can be: over three times as many letters, and a
     * hundred. What is translated counts in bytes of UTF-8, since a sign of Chinese becomes as many letters as it has bytes.
     */
    public boolean isMuchLongerThan(MarkedText source) {
        var letters = words().mapToLong(String::length).sum();
        var bytes =
                source.words()
                        .mapToLong(words -> words.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
        return letters > TIMES_LONGER * bytes + ROOM;
    }
}
