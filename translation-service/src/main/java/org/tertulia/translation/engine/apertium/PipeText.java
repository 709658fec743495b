package org.tertulia.translation.engine.apertium;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;

/**
 * One request, as Apertium's stream format has it (superblanks: what stands in brackets goes through untouched). What is
 * kept does not go through the programs at all: its number does, behind a token that only this request has. What stands
 * together has one number, so that a request is never much longer than its text.
 */
final class PipeText {

    /** What the stream format gives a meaning to. */
    private static final String RESERVED = "[]{}^$/\\@<>";

    /** Ends a sentence, and is taken away again: what follows is not of it. */
    private static final String SENTENCE_END = ".[]";

    /** As Protection finds them. */
    private static final String LINE_ENDS = "\n\u000b\f\r\u0085\u2028\u2029";

    /** A token, and the number behind it. */
    private static final Pattern PLACE = Pattern.compile("\\[([0-9a-f]{16}):(\\d{1,7}|a|z)]");

    private static final char ESCAPE = '\\';

    private final String token;
    private final List<Part> parts;

    /** What is kept, each with what is kept right after it. */
    private final List<List<Part.Kept>> runs = new ArrayList<>();

    private final String request;

    /**
     * @param token sixteen hexadecimal digits that no other request has
     * @param text what is to be translated
     */
    PipeText(String token, MarkedText text) {
        this.token = token;
        this.parts = text.parts();
        this.request = written();
    }

    /** What goes into the pipe. */
    String request() {
        return request;
    }

    private String written() {
        var written = new StringBuilder(mark("a"));
        var run = new ArrayList<Part.Kept>();
        for (var part : parts) {
            switch (part) {
                case Part.Kept kept -> run.add(kept);
                case Part.Words words -> {
                    appendRun(written, run);
                    appendEscaped(written, words.text());
                }
            }
        }
        appendRun(written, run);
        return written.append(SENTENCE_END).append(mark("z")).toString();
    }

    private void appendRun(StringBuilder request, List<Part.Kept> run) {
        if (!run.isEmpty()) {
            request.append(hasBreak(run) ? SENTENCE_END : "").append(mark("" + runs.size()));
            runs.add(List.copyOf(run));
            run.clear();
        }
    }

    /**
     * What came out of the pipe, read.
     *
     * @throws EngineFailed garbled, when it is not the answer to this request, whole
     */
    MarkedText read(String answer) {
        var found = new ArrayList<Part>();
        var seen = new BitSet();
        var at = 0;
        var begun = false;
        var ended = false;
        var places = PLACE.matcher(answer);
        while (places.find()) {
            require(places.group(1).equals(token), "parts are of another");
            require(!ended && begun == (places.start() > 0), "parts of it are missing");
            var between = answer.substring(at, places.start());
            at = places.end();
            switch (places.group(2)) {
                case "a" -> begun = true;
                case "z" -> {
                    ended = true;
                    addWords(withoutEnd(between), found);
                }
                default -> addKept(Integer.parseInt(places.group(2)), between, seen, found);
            }
        }
        require(ended && at == answer.length(), "it has no end");
        require(seen.cardinality() == runs.size(), "parts of it are missing");
        return new MarkedText(LikeTheSource.tidied(parts, found));
    }

    private void addKept(int number, String before, BitSet seen, List<Part> found) {
        require(number < runs.size() && !seen.get(number), "it has parts that were not asked for");
        seen.set(number);
        var run = runs.get(number);
        addWords(hasBreak(run) ? withoutEnd(before) : before, found);
        found.addAll(run);
    }

    private void addWords(String escaped, List<Part> found) {
        if (!escaped.isEmpty()) {
            var words = unescaped(escaped);
            require(!words.contains(token), "a mark is among the words");
            found.add(new Part.Words(words));
        }
    }

    private static String withoutEnd(String stretch) {
        require(stretch.endsWith(SENTENCE_END), "a sentence has no end");
        return stretch.substring(0, stretch.length() - SENTENCE_END.length());
    }

    private String mark(String number) {
        return "[" + token + ":" + number + "]";
    }

    private static boolean hasBreak(List<Part.Kept> run) {
        return run.stream().anyMatch(PipeText::isBreak);
    }

    /** Whether a line ends there. */
    static boolean isBreak(Part.Kept kept) {
        return kept.text().chars().anyMatch(it -> LINE_ENDS.indexOf(it) >= 0);
    }

    /** NUL is the end of a request; other control characters and halves of characters make no sense to the programs. */
    private static void appendEscaped(StringBuilder request, String words) {
        words.codePoints()
                .forEach(
                        point -> {
                            if (RESERVED.indexOf(point) >= 0) {
                                request.append(ESCAPE);
                            }
                            request.appendCodePoint(readable(point));
                        });
    }

    private static int readable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> ' ';
            default -> point == '’' ? '\'' : point;
        };
    }

    private static String unescaped(String words) {
        var plain = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            var character = words.charAt(i);
            if (character == ESCAPE && i + 1 < words.length()) {
                plain.append(words.charAt(++i));
            } else {
                require(RESERVED.indexOf(character) < 0, "it is of the programs' inside");
                plain.append(character);
            }
        }
        return plain.toString();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new EngineFailed(EngineFailed.Cause.GARBLED, "Of an answer, " + otherwise);
        }
    }
}
