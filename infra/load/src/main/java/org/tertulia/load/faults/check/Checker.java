package org.tertulia.load.faults.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds evidence against everything that must hold. */
public final class Checker {
    /** Of each invariant; one cause has many effects. */
    private static final int MOST_VIOLATIONS = 20;

    /** All of them. */
    public static final List<Invariant> INVARIANTS =
            List.of(
                    new ClaimsAreKept(),
                    new NothingIsTwice(),
                    new LogsAreGapless(),
                    new ReadersAgree(),
                    new StateIsTheLogReduced(),
                    new UnreadIsARecount(),
                    new MarkersOnlyAdvance(),
                    new OnlyMembersRead(),
                    new TopicHasTheLogs(),
                    new NobodyComplains());

    private Checker() {}

    /** What does not hold, with the first places where; empty is good. */
    public static Map<String, List<String>> check(Evidence evidence) {
        var broken = new LinkedHashMap<String, List<String>>();
        for (var invariant : INVARIANTS) {
            var violations = invariant.violations(evidence).limit(MOST_VIOLATIONS).toList();
            if (!violations.isEmpty()) {
                broken.put(invariant.text(), violations);
            }
        }
        return broken;
    }
}
