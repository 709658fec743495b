package org.tertulia.load.faults;

import java.util.List;
import java.util.Map;
import org.tertulia.load.faults.check.Checker;

/**
 * How a run ended.
 *
 * @param broken what does not hold, and where; empty is good
 * @param text what to tell people, line by line
 * @param again what to type to see the same schedule again
 */
public record Verdict(Map<String, List<String>> broken, List<String> text, String again) {
    public boolean isGood() {
        return broken.isEmpty();
    }

    /** In the words by which tests are counted: each invariant, and that the suite recovers. */
    public String closingLine() {
        var all = Checker.INVARIANTS.size() + 1;
        return "%d passed, %d failed".formatted(all - broken.size(), broken.size());
    }
}
