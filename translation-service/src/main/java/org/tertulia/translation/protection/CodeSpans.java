package org.tertulia.translation.protection;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what of a text is code: fenced blocks and spans between backticks, as CommonMark has them. */
final class CodeSpans {

    private static final Pattern FENCE =
            Pattern.compile("^[ >]{0,12}+(`{3,}+|~{3,}+)([^`\n]*+)$", Pattern.MULTILINE);
    private static final Pattern TICKS = Pattern.compile("`++");
    private static final Pattern PARAGRAPH = Pattern.compile("\n[ \t]{0,64}+\n");

    private CodeSpans() {}

    /**
     * Where a piece of code stands, its marks included.
     *
     * @param begin of its first character
     * @param end after its last one
     */
    record Span(int begin, int end) {}

    /** All of them, in their order, none within another. */
    static List<Span> in(String text) {
        if (text.indexOf('`') < 0 && !text.contains("~~~")) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        var at = 0;
        for (var block : blocks(text)) {
            addInline(text, at, block.begin(), spans);
            spans.add(block);
            at = block.end();
        }
        addInline(text, at, text.length(), spans);
        return spans;
    }

    /** A block without an end goes to the end of the text. */
    private static List<Span> blocks(String text) {
        var blocks = new ArrayList<Span>();
        var fence = FENCE.matcher(text);
        while (fence.find()) {
            var begin = fence.start();
            var marks = fence.group(1);
            var end = text.length();
            while (end == text.length() && fence.find()) {
                end = closes(fence, marks) ? fence.end() : end;
            }
            blocks.add(new Span(begin, end));
        }
        return blocks;
    }

    private static boolean closes(MatchResult fence, String marks) {
        return fence.group(1).startsWith(marks) && fence.group(2).isBlank();
    }

    /** A span ends with as many backticks as it begins with, in the same paragraph. */
    private static void addInline(String text, int begin, int end, List<Span> spans) {
        var runs = runs(text, begin, end);
        var later = byLength(runs);
        var paragraphs = PARAGRAPH.matcher(text).region(begin, end);
        var paragraphEnd = begin;
        var at = begin;
        for (var run : runs) {
            var same = requireNonNull(later.get(length(run)));
            same.removeFirst();
            if (run.begin() < at) {
                continue;
            }
            while (paragraphEnd <= run.begin()) {
                paragraphEnd = paragraphs.find() ? paragraphs.start() + 1 : end + 1;
            }
            var closing = same.peekFirst();
            if (closing != null && closing.begin() < paragraphEnd) {
                spans.add(new Span(run.begin(), closing.end()));
                at = closing.end();
            }
        }
    }

    private static List<Span> runs(String text, int begin, int end) {
        var ticks = TICKS.matcher(text).region(begin, end);
        return ticks.results().map(it -> new Span(it.start(), it.end())).toList();
    }

    private static Map<Integer, Deque<Span>> byLength(List<Span> runs) {
        var lengths = new HashMap<Integer, Deque<Span>>();
        runs.forEach(run -> lengths.computeIfAbsent(length(run), _ -> new ArrayDeque<>()).add(run));
        return lengths;
    }

    private static int length(Span run) {
        return run.end() - run.begin();
    }
}
