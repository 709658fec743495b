package org.tertulia.translation.engine.http;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;

/**
 * How the parts that are kept travel: each as its number, in a form that the server leaves alone. What it answers is read
 * strictly: each number once, none that was not given, no half of a placeholder among the words, and no more words than a
 * translation can have.
 */
final class Placeholders {

    /** No XML, HTML or UTF-8 carries these. */
    private static final Pattern UNSENDABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}&&[^\\t\\n\\r]]");

    private final String form;
    private final Pattern place;
    private final Pattern left;
    private final Notation notation;

    /** How words are written between placeholders. */
    interface Notation {

        /** Words as they are sent; fails with {@link EngineFailed} when they can not be. */
        String write(String words);

        /**
         * Words of an answer as people see them; fails with {@link EngineFailed} when they can not be words.
         *
         * @param source the text that is answered
         */
        String read(String written, MarkedText source);
    }

    /**
     * @param form a placeholder, with {@code %1$d} for its number
     * @param place what one looks like in an answer; its first group is the number
     * @param left what is left of one that was not found as such; of what people have written like it, an answer may have
     *     as much
     * @param notation how the words between them are written
     */
    Placeholders(String form, Pattern place, Pattern left, Notation notation) {
        this.form = form;
        this.place = place;
        this.left = left;
        this.notation = notation;
    }

    /** The text to send; fails with {@link EngineFailed} when it has what can not be sent. */
    String written(MarkedText text) {
        var written = new StringBuilder();
        var parts = text.parts();
        for (int i = 0; i < parts.size(); i++) {
            written.append(
                    switch (parts.get(i)) {
                        case Part.Words(var words) -> notation.write(sendable(words));
                        case Part.Kept _ -> form.formatted(i);
                    });
        }
        return written.toString();
    }

    private static String sendable(String words) {
        if (UNSENDABLE.matcher(words).find()) {
            throw new EngineFailed(Cause.REFUSED, "The text has characters that can not be sent");
        }
        return words;
    }

    /** What came back, with the parts in it; fails with {@link EngineFailed} when it is not understood. */
    MarkedText read(String answer, MarkedText source) {
        var found = new ArrayList<Part>();
        var seen = new BitSet();
        var at = 0;
        var places = place.matcher(answer);
        while (places.find()) {
            addWords(answer.substring(at, places.start()), source, found);
            found.add(kept(Integer.parseInt(places.group(1)), source.parts(), seen));
            at = places.end();
        }
        addWords(answer.substring(at), source, found);
        if (seen.cardinality() < source.kept().size()) {
            throw garbled("The answer lacks a placeholder");
        }
        return checked(new MarkedText(found), source);
    }

    private MarkedText checked(MarkedText answer, MarkedText source) {
        if (left(answer) > left(source)) {
            throw garbled("Of a placeholder, something is left");
        }
        if (answer.isMuchLongerThan(source)) {
            throw garbled("The answer is much longer than the text");
        }
        return answer;
    }

    private long left(MarkedText text) {
        return text.words().mapToLong(words -> left.matcher(words).results().count()).sum();
    }

    private void addWords(String written, MarkedText source, List<Part> found) {
        if (!written.isEmpty()) {
            found.add(new Part.Words(notation.read(written, source)));
        }
    }

    private static Part kept(int number, List<Part> parts, BitSet seen) {
        if (number >= parts.size()
                || seen.get(number)
                || !(parts.get(number) instanceof Part.Kept kept)) {
            throw garbled("The answer has a placeholder too many");
        }
        seen.set(number);
        return kept;
    }

    static EngineFailed garbled(String how) {
        return new EngineFailed(Cause.GARBLED, how);
    }
}
