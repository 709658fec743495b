package org.tertulia.load.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.tertulia.load.faults.FaultSchedule.Injection;

/**
 * Faults that fell into each other, and what it took to recover from them.
 *
 * @param number 1 for the first
 * @param injections what happened
 * @param recovery from the end of the last fault until every part was ready, everybody's message was
 *     acknowledged, and every client had every log to its end
 */
record Round(int number, List<Injection> injections, Duration recovery) {
    String text() {
        return "round %d: recovered in %.1f s from %s"
                .formatted(number, recovery.toMillis() / 1000.0, faults());
    }

    private String faults() {
        return injections.stream().map(it -> it.fault().text()).collect(Collectors.joining(", "));
    }
}
