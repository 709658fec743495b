package org.tertulia.message.previews;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a message is said, rather than shown as code. Takes time in proportion to the text, near enough. */
final class SpokenText {

    /** Quotes and lists may stand before one. */
    private static final Pattern FENCE =
            Pattern.compile("[\\s>]*(?<marks>`{3,}+|~{3,}+)(?<rest>.*+)");

    private static final Pattern INDENTED = Pattern.compile("(?: {4}|\\t).*+");
    private static final char TICK = '`';

    private SpokenText() {}

    /** The text without blocks and spans of code. */
    static String of(String text) {
        return text.indexOf(TICK) < 0
                        && text.indexOf('~') < 0
                        && !text.contains("    ")
                        && text.indexOf('\t') < 0
                ? text
                : withoutSpans(withoutBlocks(text));
    }

    private static String withoutBlocks(String text) {
        var spoken = new StringBuilder();
        String fence = null;
        var afterBlank = true;
        for (var line : text.split("\n", -1)) {
            if (fence != null) {
                fence = closes(line, fence) ? null : fence;
                continue;
            }
            fence = opened(line);
            var indented = afterBlank && INDENTED.matcher(line).matches();
            if (fence == null && !indented) {
                spoken.append(line).append('\n');
                afterBlank = line.isBlank();
            }
        }
        return spoken.toString();
    }

    /** The marks of the fence that the line is; a block without an end goes to the end of the text. */
    private static @Nullable String opened(String line) {
        var fence = FENCE.matcher(line);
        if (!fence.matches()) {
            return null;
        }
        var marks = fence.group("marks");
        var isSpan = marks.charAt(0) == TICK && fence.group("rest").indexOf(TICK) >= 0;
        return isSpan ? null : marks;
    }

    private static boolean closes(String line, String opening) {
        var fence = FENCE.matcher(line);
        return fence.matches()
                && fence.group("marks").startsWith(opening)
                && fence.group("rest").isBlank();
    }

    /** A span ends with as many backticks as it begins with, in the same paragraph. */
    private static String withoutSpans(String text) {
        var spoken = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) != TICK) {
                spoken.append(text.charAt(i++));
                continue;
            }
            var begin = endOfTicks(text, i);
            var end = endOfSpan(text, begin, begin - i);
            spoken.append(' ');
            i = end < 0 ? begin : end;
        }
        return spoken.toString();
    }

    private static int endOfSpan(String text, int begin, int ticks) {
        var paragraph = text.indexOf("\n\n", begin);
        var last = paragraph < 0 ? text.length() : paragraph;
        for (int i = text.indexOf(TICK, begin); i >= 0 && i < last; ) {
            var end = endOfTicks(text, i);
            if (end - i == ticks) {
                return end;
            }
            i = text.indexOf(TICK, end);
        }
        return -1;
    }

    private static int endOfTicks(String text, int begin) {
        var end = begin;
        while (end < text.length() && text.charAt(end) == TICK) {
            end++;
        }
        return end;
    }
}
