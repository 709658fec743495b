package org.tertulia.load.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured, each figure in every round, the suite's beside those it is compared with.
 *
 * @param plan what was to be measured
 * @param machine what it was measured on
 * @param fanOut messages to many sockets; null when not measured
 * @param posts durable posts; null when not measured
 */
record BenchResult(
        BenchPlan plan,
        Machine machine,
        @Nullable FanOutResult fanOut,
        @Nullable Pair<Posts> posts) {

    /** Rounds of the suite and of its baseline, which took turns. */
    record Pair<T>(List<T> suite, List<T> baseline) {}

    /** What matters of a machine when figures are compared. */
    record Machine(int processors, String java, String system) {
        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version().toString(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }
}
