package org.tertulia.notification.quiet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuietPlanTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final String EACH_DAY = "MO TU WE TH FR SA SU";

    private static QuietPlan plan(String from, String to, String days) {
        return new QuietPlan(true, LocalTime.parse(from), LocalTime.parse(to), days(days), MADRID);
    }

    private static Set<Weekday> days(String days) {
        return Arrays.stream(days.split(" ")).map(Weekday::valueOf).collect(Collectors.toSet());
    }

    private static Instant inMadrid(String local) {
        return LocalDateTime.parse(local).atZone(MADRID).toInstant();
    }

    /** 2 November 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "22:00, 08:00, each, 2026-11-02T21:59:59, -",
                "22:00, 08:00, each, 2026-11-02T22:00, 2026-11-03T08:00",
                "22:00, 08:00, each, 2026-11-03T00:00, 2026-11-03T08:00",
                "22:00, 08:00, each, 2026-11-03T07:59:59, 2026-11-03T08:00",
                "22:00, 08:00, each, 2026-11-03T08:00, -",
                "13:00, 15:30, each, 2026-11-02T12:59, -",
                "13:00, 15:30, each, 2026-11-02T14:00, 2026-11-02T15:30",
                "13:00, 15:30, each, 2026-11-02T15:30, -",
                "22:00, 08:00, FR, 2026-11-05T23:00, -",
                "22:00, 08:00, FR, 2026-11-06T23:00, 2026-11-07T08:00",
                "22:00, 08:00, FR, 2026-11-07T07:00, 2026-11-07T08:00",
                "22:00, 08:00, FR, 2026-11-07T23:00, -",
                "22:00, 08:00, FR, 2026-11-06T07:00, -",
                "00:00, 00:00, SA SU, 2026-11-06T23:59, -",
                "00:00, 00:00, SA SU, 2026-11-07T12:00, 2026-11-09T00:00",
                "00:00, 00:00, SA SU, 2026-11-08T12:00, 2026-11-09T00:00",
                "00:00, 00:00, SA SU, 2026-11-09T00:00, -",
                "09:00, 09:00, SU MO, 2026-11-08T10:00, 2026-11-10T09:00",
                "06:00, 06:00, MO TU WE TH FR SA, 2026-11-02T07:00, 2026-11-08T06:00",
            })
    void itShouldBeQuietFromOneTimeUntilTheOther(
            String from, String to, String days, String now, @Nullable String end) {
        var plan = plan(from, to, days.equals("each") ? EACH_DAY : days);
        assertThat(plan.endOf(inMadrid(now)))
                .isEqualTo(Optional.ofNullable(end).map(QuietPlanTest::inMadrid));
    }

    /** In Madrid 02:00 becomes 03:00 on 29 March 2026, and 03:00 becomes 02:00 on 25 October, both at 01:00 UTC. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "22:00, 08:00, 2026-03-28T21:00:00Z, 2026-03-29T06:00:00Z",
                "22:00, 08:00, 2026-10-24T20:00:00Z, 2026-10-25T07:00:00Z",
                "01:00, 02:30, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
                "02:30, 04:00, 2026-03-29T00:59:59Z, -",
                "02:30, 04:00, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
                "02:15, 02:45, 2026-03-29T01:00:00Z, -",
                "02:30, 05:00, 2026-10-25T00:30:00Z, 2026-10-25T04:00:00Z",
                "02:30, 05:00, 2026-10-25T01:10:00Z, 2026-10-25T04:00:00Z",
                "00:00, 02:30, 2026-10-25T00:29:59Z, 2026-10-25T00:30:00Z",
                "00:00, 02:30, 2026-10-25T01:10:00Z, -",
            })
    void theNightsInWhichTheClockChangesShouldGoByTheClock(
            String from, String to, Instant now, @Nullable Instant end) {
        assertThat(plan(from, to, EACH_DAY).endOf(now)).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void theClockShouldBeThatOfTheZone() {
        var kolkata =
                new QuietPlan(
                        true,
                        LocalTime.of(22, 0),
                        LocalTime.of(8, 0),
                        EnumSet.of(Weekday.TU),
                        ZoneId.of("Asia/Kolkata"));
        assertThat(kolkata.endOf(Instant.parse("2026-11-03T16:29:59Z"))).isEmpty();
        assertThat(kolkata.endOf(Instant.parse("2026-11-03T16:30:00Z")))
                .contains(Instant.parse("2026-11-04T02:30:00Z"));
    }

    @Test
    void whatIsNotEnabledShouldNotBeQuiet() {
        var night = Instant.parse("2026-11-02T23:00:00Z");
        assertThat(QuietPlan.NONE.endOf(night)).isEmpty();
        var enabled =
                new QuietPlan(
                        true,
                        QuietPlan.NONE.from(),
                        QuietPlan.NONE.to(),
                        QuietPlan.NONE.days(),
                        QuietPlan.NONE.zone());
        assertThat(enabled.endOf(night)).contains(Instant.parse("2026-11-03T08:00:00Z"));
    }

    @Test
    void whatWouldNeverEndShouldBeRefused() {
        assertThatThrownBy(() -> plan("06:00", "06:00", EACH_DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(DayOfWeek.class)
    void eachDayShouldBeThatOfTheCalendar(DayOfWeek day) {
        for (var weekday : Weekday.values()) {
            assertThat(weekday.is(day)).isEqualTo(day.name().startsWith(weekday.name()));
        }
    }
}
