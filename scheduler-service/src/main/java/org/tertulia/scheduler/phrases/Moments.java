package org.tertulia.scheduler.phrases;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tertulia.scheduler.recurrence.Occurrence;
import org.tertulia.scheduler.recurrence.Recurrence;

/**
 * Finds the moments that an expression may mean, seen from now. Exactly one of them has to lie ahead: none is past, several
 * are ambiguous.
 *
 * @param now in the zone of whoever says it
 */
record Moments(ZonedDateTime now) {

    /** The reading of an expression, with the text that it is said of. */
    Reading read(TimeExpression time, String text) {
        if (time.repeats() != null) {
            return repeating(time, time.repeats(), text);
        }
        if (time.later() != null && time.isOnlyLater()) {
            return only(Stream.of(Occurrence.at(time.later().after(now))), text);
        }
        var contradicts = time.later() != null && !time.later().isDay();
        var candidates = contradicts ? List.<Occurrence>of() : candidates(time);
        return candidates.isEmpty() ? refused(Refusal.AMBIGUOUS) : only(candidates.stream(), text);
    }

    /** Every moment that is meant by a day and a time of day; none when what is said of them does not fit together. */
    private List<Occurrence> candidates(TimeExpression time) {
        var minutes = time.minutes();
        if (saysNoDay(time)) {
            return minutes.stream().map(this::next).toList();
        }
        return dates(time).stream()
                .flatMap(date -> minutes.stream().map(minute -> at(date, minute)))
                .map(local -> Occurrence.of(local, now.getZone()))
                .toList();
    }

    private static boolean saysNoDay(TimeExpression time) {
        return time.days().isEmpty() && time.later() == null;
    }

    private Reading only(Stream<Occurrence> moments, String text) {
        var ahead = moments.filter(moment -> moment.at().isAfter(now)).distinct().toList();
        if (ahead.isEmpty()) {
            return refused(Refusal.PAST);
        }
        if (ahead.size() > 1) {
            return refused(Refusal.AMBIGUOUS);
        }
        return isTooFar(ahead.getFirst().at())
                ? refused(Refusal.TOO_FAR)
                : new Reading.Once(ahead.getFirst(), text);
    }

    private boolean isTooFar(ZonedDateTime moment) {
        return moment.isAfter(now.plusYears(TimePhrases.MAX_YEARS));
    }

    /** The next time that the clock shows that, today or tomorrow. */
    private Occurrence next(int minute) {
        var ofDay = minute % Clock.A_DAY;
        return Stream.of(today(), today().plusDays(1))
                .map(date -> Occurrence.of(at(date, ofDay), now.getZone()))
                .filter(moment -> moment.at().isAfter(now))
                .findFirst()
                .orElseThrow();
    }

    /** The dates of a day; where several are said of one, those that they agree on. */
    private List<LocalDate> dates(TimeExpression time) {
        if (time.later() != null) {
            var date = time.later().after(now).toLocalDate();
            return agreed(Stream.of(date), time.days());
        }
        var first =
                time.days().stream()
                        .filter(day -> !(day instanceof Day.OnWeekday))
                        .findFirst()
                        .orElseGet(() -> time.days().getFirst());
        return agreed(first.dates(today()).stream(), time.days());
    }

    private List<LocalDate> agreed(Stream<LocalDate> dates, List<Day> days) {
        return dates.filter(date -> days.stream().allMatch(day -> day.agrees(date, today())))
                .toList();
    }

    private Reading repeating(TimeExpression time, Repeats said, String text) {
        if (said.unit() == Unit.MINUTE || said.unit() == Unit.SECOND) {
            return refused(Refusal.TOO_OFTEN);
        }
        var repeats =
                switch (time.days().size()) {
                    case 0 -> Optional.of(said);
                    case 1 -> said.on(time.days().getFirst());
                    default -> Optional.<Repeats>empty();
                };
        if (repeats.isEmpty() || time.later() != null || !isBounded(said)) {
            return refused(Refusal.AMBIGUOUS);
        }
        return said.unit() == Unit.HOUR
                ? hourly(time, said, text)
                : daily(time.minutes(), repeats.get(), text);
    }

    private static boolean isBounded(Repeats repeats) {
        return repeats.interval() >= 1 && repeats.interval() <= Recurrence.MAX_INTERVAL;
    }

    /** Every few hours from now, to the minute. */
    private Reading hourly(TimeExpression time, Repeats repeats, String text) {
        if (!saysNoDay(time) || time.clock() != null || time.part() != null) {
            return refused(Refusal.AMBIGUOUS);
        }
        var first = now.plusHours(repeats.interval()).truncatedTo(ChronoUnit.MINUTES);
        return new Reading.Repeating(
                new Recurrence(repeats.rule(), first.toLocalDateTime(), now.getZone()), text);
    }

    private Reading daily(List<Integer> minutes, Repeats repeats, String text) {
        var everyDay = repeats.unit() == Unit.DAY;
        var times =
                minutes.stream()
                        .map(minute -> everyDay ? minute % Clock.A_DAY : minute)
                        .distinct()
                        .toList();
        if (times.size() != 1) {
            return refused(Refusal.AMBIGUOUS);
        }
        var today = at(today(), times.getFirst());
        var counted = repeats.days().isEmpty() ? repeats.from(today()) : repeats;
        // The first Tuesday from now on, whether it is every Tuesday or every other.
        var search = repeats.days().isEmpty() ? counted : counted.eachTime();
        return new Recurrence(search.rule(), today, now.getZone())
                .after(now.toInstant())
                .filter(first -> !isTooFar(first.at()))
                .map(first -> new Recurrence(counted.rule(), first.local(), now.getZone()))
                .<Reading>map(recurrence -> new Reading.Repeating(recurrence, text))
                .orElseGet(() -> refused(Refusal.TOO_FAR));
    }

    private LocalDate today() {
        return now.toLocalDate();
    }

    private static LocalDateTime at(LocalDate date, int minute) {
        return date.atStartOfDay().plusMinutes(minute);
    }

    private static Reading refused(Refusal reason) {
        return new Reading.Refused(reason, "");
    }
}
