package org.tertulia.translation.protection;

import java.util.List;
import java.util.regex.Pattern;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;

/** Whether what an engine answers can be a translation of what it was given. */
public final class Survival {

    /**
     * How engines write what is kept on its way through them. An engine that makes up one more has not understood what it
     * is.
     */
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "⟦|⟧|</?x\\s{0,8}+/?>|<span translate|\\[[0-9a-f]{16}:(?:\\d{1,7}+|[az])]");

    private Survival() {}

    /**
     * The same answer, when everything that was to survive is in it, once for each time it was in the text, when there are
     * words if there were any, and when no placeholder is left in them.
     *
     * @throws EngineFailed garbled, when it is not
     */
    public static MarkedText check(MarkedText source, MarkedText result) {
        require(
                sorted(source).equals(sorted(result)),
                "What was to survive did not, or came twice");
        require(result.hasWords() || !source.hasWords(), "The answer has no words");
        require(placeholders(result) <= placeholders(source), "A placeholder is left");
        return result;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new EngineFailed(EngineFailed.Cause.GARBLED, otherwise);
        }
    }

    private static List<String> sorted(MarkedText text) {
        return text.kept().stream().map(Part.Kept::text).sorted().toList();
    }

    /** People may write what looks like one. */
    private static long placeholders(MarkedText text) {
        return text.parts().stream()
                .filter(Part.Words.class::isInstance)
                .mapToLong(words -> PLACEHOLDER.matcher(words.text()).results().count())
                .sum();
    }
}
