package org.tertulia.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a calendar makes of a series, by the letter of RFC 5545, is when the reminder is due: of any rule, across three changes
 * of the clock, from wherever one begins. The rule is followed by another library, by the wall clock; what does not exist is
 * left out, what is excluded too, and what is added added.
 */
class CalendarSeriesTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 4, 2, 15);
    private static final LocalDateTime END = LocalDateTime.of(2027, 7, 1, 0, 0);

    static Stream<Arguments> rulesAndBeginnings() {
        return Stream.of(
                        "FREQ=DAILY",
                        "FREQ=DAILY;INTERVAL=3",
                        "FREQ=DAILY;COUNT=500",
                        "FREQ=DAILY;UNTIL=20270401T000000Z",
                        "FREQ=DAILY;BYHOUR=1,2,3,9",
                        "FREQ=WEEKLY;BYDAY=SU",
                        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
                        "FREQ=MONTHLY",
                        "FREQ=MONTHLY;BYDAY=-1SU",
                        "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
                        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                        "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
                        "FREQ=YEARLY;BYWEEKNO=13,43;BYDAY=SU",
                        "FREQ=HOURLY",
                        "FREQ=HOURLY;INTERVAL=6",
                        "FREQ=HOURLY;INTERVAL=3;BYHOUR=2,8,14;BYDAY=SA,SU",
                        "FREQ=HOURLY;INTERVAL=48")
                .flatMap(
                        rule ->
                                Stream.of(
                                                "2026-01-01T00:00:00Z",
                                                "2026-03-29T01:00:00Z",
                                                "2026-08-01T12:00:00Z")
                                        .map(from -> Arguments.of(rule, Instant.parse(from))));
    }

    @ParameterizedTest
    @MethodSource("rulesAndBeginnings")
    void aCalendarShouldShowWhenItIsDue(String rule, Instant from) {
        var recurrence = new Recurrence(rule, START, MADRID);
        var series = CalendarSeries.of(recurrence, from).orElseThrow();
        assertThat(series.rule()).isNotNull();
        assertThat(shown(series)).containsExactlyElementsOf(due(recurrence, from));
    }

    @Test
    void whatNoRuleSaysShouldBeListed() {
        var recurrence = new Recurrence("FREQ=HOURLY;INTERVAL=5", START, MADRID);
        var from = Instant.parse("2026-03-28T00:00:00Z");
        var series = CalendarSeries.of(recurrence, from).orElseThrow();
        assertThat(series.rule()).isNull();
        assertThat(series.added()).hasSize(99);
        assertThat(shown(series))
                .containsExactlyElementsOf(
                        recurrence.next(from.minusNanos(1), 100).stream()
                                .map(Occurrence::instant)
                                .toList());
    }

    @Test
    void theNightOfTheGapShouldBeSaidTwice() {
        var daily = new Recurrence("FREQ=DAILY", START, MADRID);
        var series = CalendarSeries.of(daily, Instant.parse("2026-03-01T00:00:00Z")).orElseThrow();
        assertThat(series.start()).isEqualTo("2026-03-01T02:15:00");
        assertThat(series.added())
                .startsWith(LocalDateTime.parse("2026-03-29T03:00:00"))
                .hasSize(3);
        assertThat(series.excluded())
                .startsWith(LocalDateTime.parse("2026-03-29T03:15:00"))
                .hasSize(3);
    }

    @Test
    void whatIsOverShouldBeNothing() {
        var once = new Recurrence("FREQ=DAILY;COUNT=1", START, MADRID);
        assertThat(CalendarSeries.of(once, Instant.parse("2026-03-01T00:00:00Z"))).isEmpty();
    }

    private static List<Instant> due(Recurrence recurrence, Instant from) {
        var found = new ArrayList<Instant>();
        var next = recurrence.after(from.minusNanos(1));
        while (next.isPresent() && next.get().local().isBefore(END)) {
            found.add(next.get().instant());
            next = recurrence.after(next.get().instant());
        }
        return found;
    }

    private static SortedSet<Instant> shown(CalendarSeries series) {
        var times = new TreeSet<LocalDateTime>(series.added());
        times.add(series.start());
        var rule = series.rule();
        if (rule != null) {
            times.addAll(ruled(rule, series.start()));
        }
        series.excluded().forEach(times::remove);
        var shown = new TreeSet<Instant>();
        times.stream()
                .filter(it -> it.isBefore(END))
                .filter(it -> !MADRID.getRules().getValidOffsets(it).isEmpty())
                .forEach(it -> shown.add(it.atZone(MADRID).toInstant()));
        return shown;
    }

    /** UNTIL is an instant, which a computation by the wall clock knows nothing of. */
    private static List<LocalDateTime> ruled(String rule, LocalDateTime start) {
        var until =
                rule.contains("UNTIL")
                        ? Instant.parse(
                                rule.replaceAll(
                                        ".*UNTIL=(....)(..)(..)T(..)(..)(..)Z.*",
                                        "$1-$2-$3T$4:$5:$6Z"))
                        : Instant.MAX;
        var endless = rule.replaceAll(";?UNTIL=[^;]*", "");
        var told = endless.contains("WKST") ? endless : endless + ";WKST=MO";
        return new Recur<LocalDateTime>(told)
                .getDates(start, start, END).stream()
                        .filter(it -> !it.atZone(MADRID).toInstant().isAfter(until))
                        .toList();
    }
}
