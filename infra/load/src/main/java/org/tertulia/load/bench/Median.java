package org.tertulia.load.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of what several rounds measured: one odd round does not move it. */
final class Median {
    private Median() {}

    /** The median of a figure over rounds; the mean of the middle two when their number is even. */
    static <T> double of(List<T> rounds, ToDoubleFunction<T> figure) {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no rounds");
        }
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
