package org.tertulia.scheduler.phrases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A day, as it was said. */
sealed interface Day extends Fragment {

    /** How many years or months are looked through for one that has such a day: the 29th of February may be eight years off. */
    int REACH = 9;

    int DAYS_OF_A_WEEK = 7;
    int MONTHS_OF_A_YEAR = 12;
    int A_LEAP_YEAR = 2000;

    /** The dates that may be meant. */
    List<LocalDate> dates(LocalDate today);

    /** Whether a date that is said beside it can be the same. */
    default boolean agrees(LocalDate date, LocalDate today) {
        return dates(today).contains(date);
    }

    /** Today, tomorrow, yesterday. */
    record InDays(int days) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return List.of(today.plusDays(days));
        }
    }

    /** Which of all the Mondays. */
    enum Which {
        /** "Monday", "el lunes": on a Monday it may be today or the next one. */
        ANY,
        /** "This Monday", "este lunes": the first from today on. */
        THIS,
        /** "El lunes que viene": the first after today. */
        COMING,
        /** "Next Monday": the first after today; if that is in this week, some mean the one after it. */
        NEXT
    }

    /** A day of the week. */
    record OnWeekday(DayOfWeek weekday, Which which) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            var fromToday = today.with(TemporalAdjusters.nextOrSame(weekday));
            var afterToday = today.with(TemporalAdjusters.next(weekday));
            return switch (which) {
                case ANY -> Stream.of(fromToday, afterToday).distinct().toList();
                case THIS -> List.of(fromToday);
                case COMING -> List.of(afterToday);
                case NEXT ->
                        afterToday.isAfter(
                                        today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
                                ? List.of(afterToday)
                                : List.of(afterToday, afterToday.plusWeeks(1));
            };
        }

        @Override
        public boolean agrees(LocalDate date, LocalDate today) {
            return date.getDayOfWeek() == weekday;
        }
    }

    /** A date; without a year the first from today on. */
    record OnDate(int month, int day, OptionalInt year) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return IntStream.range(today.getYear(), today.getYear() + REACH)
                    .filter(candidate -> year.isEmpty() || candidate == today.getYear())
                    .map(year::orElse)
                    .mapToObj(candidate -> date(YearMonth.of(candidate, month), day))
                    .flatMap(Optional::stream)
                    .filter(date -> year.isPresent() || !date.isBefore(today))
                    .limit(1)
                    .toList();
        }

        /** A date, if that year has it, or any. */
        static Optional<Day> of(int month, int day, OptionalInt year) {
            return month <= MONTHS_OF_A_YEAR
                            && date(YearMonth.of(year.orElse(A_LEAP_YEAR), month), day).isPresent()
                    ? Optional.of(new OnDate(month, day, year))
                    : Optional.empty();
        }
    }

    /** A day of a month: the first from today on. */
    record OnDayOfMonth(int day) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return IntStream.range(0, REACH)
                    .mapToObj(months -> date(YearMonth.from(today).plusMonths(months), day))
                    .flatMap(Optional::stream)
                    .filter(date -> !date.isBefore(today))
                    .limit(1)
                    .toList();
        }
    }

    /** Some day of a week, from Monday to Sunday; this one is number 0. */
    record InWeek(int weeks) implements Day {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            var monday =
                    today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
            return IntStream.range(0, DAYS_OF_A_WEEK).mapToObj(monday::plusDays).toList();
        }
    }

    private static Optional<LocalDate> date(YearMonth month, int day) {
        return month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
    }
}
