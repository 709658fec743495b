package org.tertulia.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T09:00:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "freq=daily|FREQ=DAILY",
                " RRULE:FREQ=DAILY;INTERVAL=1;WKST=MO |FREQ=DAILY",
                "BYDAY=WE,MO,MO;FREQ=WEEKLY|FREQ=WEEKLY;BYDAY=MO,WE",
                "FREQ=MONTHLY;BYDAY=-1FR,+1MO|FREQ=MONTHLY;BYDAY=1MO,-1FR",
                "FREQ=MONTHLY;BYMONTHDAY=31,-1,028|FREQ=MONTHLY;BYMONTHDAY=-1,28,31",
                "FREQ=WEEKLY;WKST=SU;INTERVAL=2|FREQ=WEEKLY;INTERVAL=2;WKST=SU",
                "FREQ=DAILY;UNTIL=20260710|FREQ=DAILY;UNTIL=20260710T215959Z",
                "FREQ=DAILY;UNTIL=20260710T120000|FREQ=DAILY;UNTIL=20260710T100000Z",
                "FREQ=DAILY;UNTIL=20260710T120000Z|FREQ=DAILY;UNTIL=20260710T120000Z"
            })
    void aRuleHasOneText(String given, String canonical) {
        var recurrence = of(given);
        assertThat(recurrence.rule()).isEqualTo(canonical);
        assertThat(recurrence).isEqualTo(of(canonical));
        assertThat(recurrence)
                .hasToString("DTSTART;TZID=Europe/Madrid:20260101T090000\nRRULE:" + canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=MINUTELY|TOO_OFTEN",
                "FREQ=SECONDLY;INTERVAL=999|TOO_OFTEN",
                "FREQ=DAILY;BYMINUTE=0,30|TOO_OFTEN",
                "FREQ=HOURLY;BYSECOND=0,1|TOO_OFTEN",
                "FREQ=DAILY;INTERVAL=0|INTERVAL",
                "FREQ=DAILY;INTERVAL=-1|INTERVAL",
                "FREQ=DAILY;INTERVAL=1001|INTERVAL",
                "FREQ=DAILY;COUNT=0|COUNT",
                "FREQ=DAILY;COUNT=10001|COUNT",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30|NEVER",
                "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31|NEVER",
                "FREQ=YEARLY;BYDAY=MO;BYSETPOS=300|NEVER",
                "FREQ=HOURLY;INTERVAL=2;BYHOUR=4|NEVER",
                "FREQ=DAILY;UNTIL=20251231|NEVER",
                "FREQ=DAILY;COUNT=2;UNTIL=20270101|MALFORMED",
                "FREQ=DAILY;FREQ=DAILY|MALFORMED",
                "FREQ=FORTNIGHTLY|MALFORMED",
                "INTERVAL=2|MALFORMED",
                "FREQ=DAILY;|MALFORMED",
                "FREQ|MALFORMED",
                "''|MALFORMED",
                "every day|MALFORMED",
                "FREQ=DAILY;INTERVAL=99999999999999999999|MALFORMED",
                "FREQ=DAILY;INTERVAL=two|MALFORMED",
                "FREQ=DAILY;UNTIL=tomorrow|MALFORMED",
                "FREQ=DAILY;UNTIL=20260231T000000Z|MALFORMED",
                "FREQ=WEEKLY;BYDAY=1MO|MALFORMED",
                "FREQ=MONTHLY;BYDAY=0MO|MALFORMED",
                "FREQ=MONTHLY;BYDAY=54MO|MALFORMED",
                "FREQ=WEEKLY;BYDAY=LU|MALFORMED",
                "FREQ=WEEKLY;BYDAY=|MALFORMED",
                "FREQ=WEEKLY;BYMONTHDAY=3|MALFORMED",
                "FREQ=MONTHLY;BYMONTHDAY=0|MALFORMED",
                "FREQ=MONTHLY;BYMONTHDAY=32|MALFORMED",
                "FREQ=DAILY;BYHOUR=24|MALFORMED",
                "FREQ=DAILY;BYHOUR=-1|MALFORMED",
                "FREQ=MONTHLY;BYSETPOS=1|MALFORMED",
                "FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD|MALFORMED"
            })
    void whatIsNoRuleIsRefused(String rule, InvalidRecurrence.Reason reason) {
        assertThatExceptionOfType(InvalidRecurrence.class)
                .isThrownBy(() -> of(rule))
                .extracting(InvalidRecurrence::reason)
                .isEqualTo(reason);
    }

    @Test
    void aLongRuleIsRefusedUnread() {
        var rule = "FREQ=DAILY;BYHOUR=" + "1,".repeat(Recurrence.MAX_LENGTH) + "1";
        assertThatExceptionOfType(InvalidRecurrence.class)
                .isThrownBy(() -> of(rule))
                .extracting(InvalidRecurrence::reason)
                .isEqualTo(InvalidRecurrence.Reason.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"1969-12-31T23:59:59", "3000-01-01T00:00:00"})
    void aStartInAnotherAgeIsRefused(LocalDateTime start) {
        assertThatExceptionOfType(InvalidRecurrence.class)
                .isThrownBy(() -> new Recurrence("FREQ=DAILY", start, MADRID))
                .extracting(InvalidRecurrence::reason)
                .isEqualTo(InvalidRecurrence.Reason.START);
    }

    @Test
    void theStartIsDueOnlyIfTheRuleSaysSo() {
        assertThat(locals(of("FREQ=WEEKLY;BYDAY=MO"), Instant.EPOCH, 2))
                .containsExactly("2026-01-05T09:00", "2026-01-12T09:00");
        assertThat(locals(of("FREQ=WEEKLY"), Instant.EPOCH, 2))
                .containsExactly("2026-01-01T09:00", "2026-01-08T09:00");
    }

    @Test
    void whatIsDueAtAnInstantIsNotAfterIt() {
        var daily = of("FREQ=DAILY");
        var due = Instant.parse("2026-07-01T07:00:00Z");
        assertThat(daily.after(due.minusMillis(1))).map(Occurrence::instant).contains(due);
        assertThat(daily.after(due)).map(Occurrence::instant).contains(due.plusSeconds(86_400));
    }

    @Test
    void itEndsWithItsCountOrWithItsLastInstant() {
        assertThat(locals(of("FREQ=DAILY;COUNT=2"), Instant.EPOCH, 9))
                .containsExactly("2026-01-01T09:00", "2026-01-02T09:00");
        assertThat(locals(of("FREQ=DAILY;UNTIL=20260102T080000Z"), Instant.EPOCH, 9))
                .containsExactly("2026-01-01T09:00", "2026-01-02T09:00");
        assertThat(
                        of("FREQ=DAILY;UNTIL=20260102T075959Z")
                                .after(Instant.parse("2026-01-01T08:00:00Z")))
                .isEmpty();
    }

    @Test
    void noMoreAreListedThanTheBound() {
        assertThat(of("FREQ=HOURLY").next(Instant.EPOCH, Integer.MAX_VALUE))
                .hasSize(Recurrence.MAX_LISTED);
    }

    @Test
    void theLastDayOfAShortMonthCanBeSaid() {
        var onThe31st = of("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1");
        assertThat(locals(onThe31st, Instant.EPOCH, 3))
                .containsExactly("2026-01-31T09:00", "2026-02-28T09:00", "2026-03-31T09:00");
    }

    @Test
    void aTimeThatDoesNotExistIsDueAtTheFirstOneThatDoes() {
        var nightly = new Recurrence("FREQ=DAILY", LocalDateTime.parse("2026-01-01T02:30"), MADRID);
        var found = nightly.next(Instant.parse("2026-03-28T12:00:00Z"), 2);
        assertThat(found.getFirst().at()).hasToString("2026-03-29T03:00+02:00[Europe/Madrid]");
        assertThat(found.getFirst().local()).hasToString("2026-03-29T02:30");
        assertThat(found.getFirst().moved()).isTrue();
        assertThat(found.getLast().at()).hasToString("2026-03-30T02:30+02:00[Europe/Madrid]");
        assertThat(found.getLast().moved()).isFalse();
    }

    @Test
    void aTimeThatComesTwiceIsDueTheFirstTime() {
        var nightly = new Recurrence("FREQ=DAILY", LocalDateTime.parse("2026-01-01T02:30"), MADRID);
        var found = nightly.next(Instant.parse("2026-10-24T12:00:00Z"), 2);
        assertThat(found.getFirst().at()).hasToString("2026-10-25T02:30+02:00[Europe/Madrid]");
        assertThat(found.getLast().at()).hasToString("2026-10-26T02:30+01:00[Europe/Madrid]");
        assertThat(nightly.after(Instant.parse("2026-10-25T01:10:00Z")).orElseThrow().at())
                .isEqualTo(found.getLast().at());
    }

    @Test
    void twoLocalTimesOfOneInstantAreDueOnce() {
        var hourly = new Recurrence("FREQ=HOURLY", LocalDateTime.parse("2026-01-01T00:00"), MADRID);
        assertThat(hourly.next(Instant.parse("2026-03-29T00:00:00Z"), 2))
                .extracting(Occurrence::instant)
                .containsExactly(
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2026-03-29T02:00:00Z"));
    }

    @Test
    void aDayThatAZoneLeftOutIsDueAtTheNextOnesStart() {
        var daily =
                new Recurrence(
                        "FREQ=DAILY",
                        LocalDateTime.parse("2011-12-28T09:00"),
                        ZoneId.of("Pacific/Apia"));
        assertThat(daily.next(Instant.EPOCH, 4))
                .extracting(occurrence -> occurrence.at().toLocalDateTime().toString())
                .containsExactly(
                        "2011-12-28T09:00",
                        "2011-12-29T09:00",
                        "2011-12-31T00:00",
                        "2011-12-31T09:00");
    }

    private static Recurrence of(String rule) {
        return new Recurrence(rule, START, MADRID);
    }

    private static List<String> locals(Recurrence recurrence, Instant after, int count) {
        return recurrence.next(after, count).stream()
                .map(occurrence -> occurrence.local().toString())
                .toList();
    }
}
