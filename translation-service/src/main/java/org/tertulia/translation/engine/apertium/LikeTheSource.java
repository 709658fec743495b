package org.tertulia.translation.engine.apertium;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.Part;

/**
 * Gives the lines of a translation the beginnings, spaces and capital letters of those they come from. The programs begin a
 * sentence with a capital letter, now and then its second word; where they leave a word out, its spaces stay.
 */
final class LikeTheSource {

    private static final Pattern SPACES = Pattern.compile(" {2,}+");
    private static final Pattern SPACE_BEFORE_MARK =
            Pattern.compile("(?<=[\\p{L}\\p{N}]) (?=[.,;:!?](?:\\s|$))");

    private LikeTheSource() {}

    static List<Part> tidied(List<Part> source, List<Part> translated) {
        var sources = lines(source);
        var lines = lines(translated);
        if (sources.size() != lines.size()) {
            throw new EngineFailed(EngineFailed.Cause.GARBLED, "Of an answer, lines are missing");
        }
        var tidy = new ArrayList<Part>();
        for (int i = 0; i < lines.size(); i++) {
            tidy.addAll(line(sources.get(i), lines.get(i)));
        }
        return tidy;
    }

    /** Each with the break that ends it. */
    private static List<List<Part>> lines(List<Part> parts) {
        var lines = new ArrayList<List<Part>>();
        var line = new ArrayList<Part>();
        for (var part : parts) {
            line.add(part);
            if (part instanceof Part.Kept kept && PipeText.isBreak(kept)) {
                lines.add(List.copyOf(line));
                line.clear();
            }
        }
        lines.add(List.copyOf(line));
        return lines;
    }

    private static List<Part> line(List<Part> source, List<Part> translated) {
        var tidy = spaced(source, translated);
        if (!source.isEmpty()
                && !tidy.isEmpty()
                && source.getFirst() instanceof Part.Words from
                && tidy.getFirst() instanceof Part.Words to) {
            tidy.set(0, new Part.Words(space(from.text()) + to.text().stripLeading()));
        }
        return Capitals.like(source, tidy);
    }

    /** Without the spaces that nobody wrote. */
    private static List<Part> spaced(List<Part> source, List<Part> translated) {
        var tidy = new ArrayList<>(translated);
        if (!has(source, SPACES)) {
            tidy.replaceAll(part -> replaced(part, SPACES, " "));
        }
        if (!has(source, SPACE_BEFORE_MARK)) {
            tidy.replaceAll(part -> replaced(part, SPACE_BEFORE_MARK, ""));
        }
        return tidy;
    }

    private static boolean has(List<Part> line, Pattern pattern) {
        return line.stream()
                .filter(Part.Words.class::isInstance)
                .anyMatch(words -> pattern.matcher(words.text()).find());
    }

    private static Part replaced(Part part, Pattern pattern, String replacement) {
        return part instanceof Part.Words(var words)
                ? new Part.Words(pattern.matcher(words).replaceAll(replacement))
                : part;
    }

    private static String space(String words) {
        return words.substring(0, words.length() - words.stripLeading().length());
    }
}
