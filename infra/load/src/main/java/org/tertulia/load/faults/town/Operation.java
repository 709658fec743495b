package org.tertulia.load.faults.town;

import java.util.Optional;

/**
 * A kind of thing that people do. To add one: decide in {@link #plan} all that can be decided before,
 * insist in {@link Step#perform} until the answer is known, and leave with the journal a {@link
 * org.tertulia.load.faults.check.Claim} that says what the answer promises; then name it in {@link
 * Operations}.
 */
public interface Operation {
    /** As it is counted, as in {@code post by REST}. */
    String name();

    /** How often it is done, beside the others. */
    int weight();

    /** The next one of somebody; empty when they can not do it now. Looks at nothing but the plan. */
    Optional<Step> plan(Planner planner);
}
