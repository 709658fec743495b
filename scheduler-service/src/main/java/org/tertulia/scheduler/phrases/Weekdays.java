package org.tertulia.scheduler.phrases;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several days of the week. */
final class Weekdays {

    static final List<DayOfWeek> WORKING = through(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    static final List<DayOfWeek> WEEKEND = through(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private Weekdays() {}

    /** From one to another, both included, over the end of the week if it is earlier. */
    static List<DayOfWeek> through(DayOfWeek first, DayOfWeek last) {
        var days = Math.floorMod(last.getValue() - first.getValue(), Day.DAYS_OF_A_WEEK);
        return IntStream.rangeClosed(0, days).mapToObj(first::plus).toList();
    }

    static List<DayOfWeek> and(List<DayOfWeek> some, List<DayOfWeek> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
