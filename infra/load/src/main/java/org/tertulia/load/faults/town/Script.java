package org.tertulia.load.faults.town;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** What one person does, one step after the other, without an end: the same for the same seed. */
public final class Script {
    private static final int LONGEST_PAUSE_MILLIS = 500;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final Planner planner;
    private final List<Operation> operations;
    private final int weights;

    /**
     * A step and when to take it.
     *
     * @param pause to wait before
     * @param operation what kind it is
     */
    public record Planned(Duration pause, String operation, Step step) {
        @Override
        public String toString() {
            return "%d ms, %s: %s".formatted(pause.toMillis(), operation, step.text());
        }
    }

    /**
     * The script of one person.
     *
     * @param seed of the whole run
     * @param number of the person in it
     * @param rooms that they are in at first
     */
    public static Script of(long seed, int number, List<Integer> rooms, boolean wanderer) {
        var random = new SplittableRandom(seed + PRIME * (number + 1));
        return new Script(new Planner(random, rooms, wanderer), Operations.ALL);
    }

    private Script(Planner planner, List<Operation> operations) {
        this.planner = planner;
        this.operations = operations;
        this.weights = operations.stream().mapToInt(Operation::weight).sum();
    }

    public Planned next() {
        var pause = Duration.ofMillis(planner.random().nextInt(LONGEST_PAUSE_MILLIS));
        while (true) {
            var operation = choose();
            var step = operation.plan(planner);
            if (step.isPresent()) {
                return new Planned(pause, operation.name(), step.get());
            }
        }
    }

    private Operation choose() {
        var left = planner.random().nextInt(weights);
        for (var operation : operations) {
            left -= operation.weight();
            if (left < 0) {
                return operation;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }
}
