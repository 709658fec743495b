package org.tertulia.translation.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text of which it is known what is to be translated and what is not.
 *
 * @param parts its stretches, in order
 */
public record MarkedText(List<Part> parts) {

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
        return parts.stream()
                .filter(Part.Words.class::isInstance)
                .anyMatch(words -> words.text().codePoints().anyMatch(Character::isLetter));
    }
}
