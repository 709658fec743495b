package org.tertulia.load.faults.check;

import java.util.stream.Stream;

/** One thing that must hold. */
public interface Invariant {
    /** What it says, as in {@code no acked message is lost}. */
    String text();

    /** Each place where it does not hold, in words. */
    Stream<String> violations(Evidence evidence);
}
