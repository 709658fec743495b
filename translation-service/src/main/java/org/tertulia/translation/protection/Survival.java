package org.tertulia.translation.protection;

import java.util.List;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;

/** Whether what an engine answers can be a translation of what it was given. */
public final class Survival {

    private Survival() {}

    /**
     * The same answer, when everything that was to survive is in it, once for each time it was in the text, when there are
     * words if there were any, and when they are not far more than a translation can be.
     *
     * @throws EngineFailed garbled, when it is not
     */
    public static MarkedText check(MarkedText source, MarkedText result) {
        require(
                sorted(source).equals(sorted(result)),
                "What was to survive did not, or came twice");
        require(result.hasWords() || !source.hasWords(), "The answer has no words");
        require(!result.isMuchLongerThan(source), "The answer is much longer than the text");
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
}
