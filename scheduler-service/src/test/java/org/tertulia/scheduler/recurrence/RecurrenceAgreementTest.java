package org.tertulia.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two years of a dozen rules, across both changes of the clock in three zones, against another library.
 *
 * <p>What the rules say is compared by the wall clock, of which the other library computes without a zone. Given one it takes
 * a time of the gap forward by the gap, and then keeps the later hour for the rest of that week or month, which nobody asked
 * for. What a zone does to a local time is therefore taken from the zone's own rules: one offset, and it is that; none, and
 * it is the end of the gap; two, and it is the first.
 */
class RecurrenceAgreementTest {

    private static final LocalDateTime END = LocalDateTime.of(2028, 1, 1, 0, 20);

    private static final List<String> RULES =
            List.of(
                    "FREQ=DAILY",
                    "FREQ=DAILY;INTERVAL=3",
                    "FREQ=DAILY;BYHOUR=1,2,3,9",
                    "FREQ=WEEKLY;BYDAY=SU",
                    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU",
                    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
                    "FREQ=MONTHLY;BYDAY=1SU",
                    "FREQ=MONTHLY;BYDAY=-1SU",
                    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
                    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                    "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
                    "FREQ=YEARLY;BYWEEKNO=13,43;BYDAY=SU",
                    "FREQ=HOURLY;INTERVAL=3",
                    "FREQ=DAILY;COUNT=100");

    private static final List<LocalTime> TIMES =
            List.of(LocalTime.of(9, 0), LocalTime.of(2, 15), LocalTime.of(1, 45));

    /** The nights in which 02:15 does not exist. */
    private static final Map<String, List<String>> GAPS =
            Map.of(
                    "Europe/Madrid", List.of("2026-03-29T02:15", "2027-03-28T02:15"),
                    "America/New_York", List.of("2026-03-08T02:15", "2027-03-14T02:15"),
                    "Australia/Lord_Howe", List.of("2026-10-04T02:15", "2027-10-03T02:15"));

    static Stream<Arguments> everyRuleEverywhere() {
        return RULES.stream()
                .flatMap(
                        rule ->
                                GAPS.keySet().stream()
                                        .sorted()
                                        .flatMap(
                                                zone ->
                                                        TIMES.stream()
                                                                .map(
                                                                        time ->
                                                                                Arguments.of(
                                                                                        rule, zone,
                                                                                        time))));
    }

    @ParameterizedTest
    @MethodSource("everyRuleEverywhere")
    void bothFindTheSameInstants(String rule, String zone, LocalTime time) {
        var start = LocalDateTime.of(2026, 1, 4, time.getHour(), time.getMinute());
        var expected = new LinkedHashSet<Instant>();
        for (var local : theirs(rule, start)) {
            expected.add(due(local, ZoneId.of(zone)));
        }
        assertThat(ours(new Recurrence(rule, start, ZoneId.of(zone))))
                .extracting(Occurrence::instant)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("everyRuleEverywhere")
    void bothFindTheSameLocalTimesUnlessOneOfTheGapIsDueWithAnother(
            String rule, String zone, LocalTime time) {
        var start = LocalDateTime.of(2026, 1, 4, time.getHour(), time.getMinute());
        var missing = new ArrayList<>(theirs(rule, start));
        missing.removeAll(
                ours(new Recurrence(rule, start, ZoneId.of(zone))).stream()
                        .map(Occurrence::local)
                        .toList());
        // 02:00 of the gap is due at 03:00, and so is 03:00.
        assertThat(missing)
                .allSatisfy(
                        local -> {
                            assertThat(
                                            ZoneId.of(zone)
                                                    .getRules()
                                                    .getValidOffsets(local.minusHours(1)))
                                    .isEmpty();
                            assertThat(rule).contains("BYHOUR=1,2,3,9");
                        });
    }

    @ParameterizedTest
    @MethodSource("zones")
    void exactlyTheTimesOfTheGapsAreMoved(String zone) {
        var daily =
                new Recurrence("FREQ=DAILY", LocalDateTime.of(2026, 1, 4, 2, 15), ZoneId.of(zone));
        assertThat(ours(daily).stream().filter(Occurrence::moved))
                .extracting(occurrence -> occurrence.local().toString())
                .containsExactlyElementsOf(GAPS.get(zone));
    }

    static Stream<String> zones() {
        return GAPS.keySet().stream().sorted();
    }

    /** Its weeks begin where the default locale's do, unless it is told. */
    private static List<LocalDateTime> theirs(String rule, LocalDateTime start) {
        var told = rule.contains("WKST") ? rule : rule + ";WKST=MO";
        return new Recur<LocalDateTime>(told).getDates(start, start, END);
    }

    private static Instant due(LocalDateTime local, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(local).getInstant()
                : local.toInstant(offsets.getFirst());
    }

    private static List<Occurrence> ours(Recurrence recurrence) {
        var found = new ArrayList<Occurrence>();
        var next = recurrence.after(Instant.EPOCH);
        while (next.isPresent() && next.get().local().isBefore(END)) {
            found.add(next.get());
            next = recurrence.after(next.get().instant());
        }
        return found;
    }
}
