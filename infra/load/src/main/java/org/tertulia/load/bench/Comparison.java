package org.tertulia.load.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Rounds of one kind in several rooms, which took turns.
 *
 * @param rounds what each round measured, by room; the suite's first
 * @param medians each figure's median, by room
 * @param ratios the suite's medians divided by those of each other room
 */
record Comparison(
        Map<String, List<FanOut>> rounds, Map<String, FanOut> medians, Map<String, FanOut> ratios) {

    /** Works out medians and ratios; the first room is what the others are compared with. */
    static Comparison of(Map<String, List<FanOut>> rounds) {
        var medians = new LinkedHashMap<String, FanOut>();
        rounds.forEach((room, measured) -> medians.put(room, median(measured)));
        var suite = medians.values().iterator().next();
        var ratios =
                medians.entrySet().stream()
                        .skip(1)
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        it -> ratio(suite, it.getValue()),
                                        (first, second) -> first,
                                        LinkedHashMap::new));
        return new Comparison(rounds, medians, ratios);
    }

    private static FanOut median(List<FanOut> rounds) {
        return new FanOut(
                Median.of(rounds, FanOut::deliveriesPerSecond),
                Median.of(rounds, FanOut::p50Millis),
                Median.of(rounds, FanOut::p99Millis));
    }

    private static FanOut ratio(FanOut suite, FanOut other) {
        return new FanOut(
                ratio(suite, other, FanOut::deliveriesPerSecond),
                ratio(suite, other, FanOut::p50Millis),
                ratio(suite, other, FanOut::p99Millis));
    }

    private static double ratio(FanOut suite, FanOut other, ToDoubleFunction<FanOut> figure) {
        return figure.applyAsDouble(suite) / figure.applyAsDouble(other);
    }
}
