package org.tertulia.load.faults.town;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tertulia.load.faults.check.Claim;
import org.tertulia.load.faults.check.Counted;
import org.tertulia.load.faults.check.JoinAsked;
import org.tertulia.load.faults.check.ReadUpTo;

/** What was promised to people and told them, kept for the check. May be used by many threads. */
public final class Journal {
    private final Queue<Claim> claims = new ConcurrentLinkedQueue<>();
    private final Queue<ReadUpTo> marks = new ConcurrentLinkedQueue<>();
    private final Queue<JoinAsked> joins = new ConcurrentLinkedQueue<>();
    private final Queue<Counted> counted = new ConcurrentLinkedQueue<>();
    private final Tally tally = new Tally();

    public Tally tally() {
        return tally;
    }

    /** An answer promised this. */
    public void claim(Claim claim) {
        claims.add(claim);
    }

    void marked(ReadUpTo mark) {
        marks.add(mark);
    }

    void joinAsked(JoinAsked asked) {
        joins.add(asked);
    }

    void counted(Counted told) {
        counted.add(told);
    }

    public List<Claim> claims() {
        return List.copyOf(claims);
    }

    public List<ReadUpTo> marks() {
        return List.copyOf(marks);
    }

    public List<JoinAsked> joins() {
        return List.copyOf(joins);
    }

    public List<Counted> counted() {
        return List.copyOf(counted);
    }
}
