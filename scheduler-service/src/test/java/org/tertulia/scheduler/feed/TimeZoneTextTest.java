package org.tertulia.scheduler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZoneTextTest {

    private static final LocalDateTime SINCE = LocalDateTime.of(2026, 7, 1, 12, 0);

    @Test
    void changesOfTheSameSundayShouldBeARule() {
        assertThat(text("Europe/Madrid"))
                .isEqualToNormalizingNewlines(
                        """
                        BEGIN:VTIMEZONE
                        TZID:Europe/Madrid
                        BEGIN:DAYLIGHT
                        DTSTART:20250330T020000
                        TZOFFSETFROM:+0100
                        TZOFFSETTO:+0200
                        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                        END:DAYLIGHT
                        BEGIN:STANDARD
                        DTSTART:20251026T030000
                        TZOFFSETFROM:+0200
                        TZOFFSETTO:+0100
                        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                        END:STANDARD
                        END:VTIMEZONE
                        """);
        assertThat(text("America/New_York"))
                .contains("BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU");
    }

    @Test
    void aZoneWithoutChangesShouldHaveOneOffset() {
        assertThat(text("Etc/GMT+3"))
                .contains("BEGIN:STANDARD", "TZOFFSETFROM:-0300", "TZOFFSETTO:-0300")
                .doesNotContain("RRULE", "RDATE");
    }

    /**
     * Of zones of all sorts: two rules, rules of another place's clock, none any more, changes by the moon, half hours. Not right
     * beside a change, where the other library is off by a day.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Madrid",
                "Europe/Dublin",
                "America/New_York",
                "America/Nuuk",
                "America/Sao_Paulo",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Gaza",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Pacific/Chatham",
                "Antarctica/Troll",
                "Etc/GMT+3"
            })
    void everybodyShouldReadTheOffsetsByWhichRemindersAreDue(String id) throws Exception {
        var calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n%sEND:VCALENDAR\r\n";
        var read = new CalendarBuilder().build(new StringReader(calendar.formatted(text(id))));
        VTimeZone theirs = (VTimeZone) read.getComponents().getFirst();
        var zone = ZoneId.of(id);
        for (var hour = 0; hour < 3 * 365 * 24; hour += 5) {
            var moment = SINCE.atZone(zone).plusHours(hour).toInstant();
            if (isBesideAChange(zone, moment)) {
                continue;
            }
            assertThat(new TimeZone(theirs).getOffset(moment.toEpochMilli()))
                    .as("%s at %s", id, moment)
                    .isEqualTo(zone.getRules().getOffset(moment).getTotalSeconds() * 1000);
        }
    }

    private static boolean isBesideAChange(ZoneId zone, Instant moment) {
        var days = Duration.ofDays(2);
        return !zone.getRules()
                .getOffset(moment.minus(days))
                .equals(zone.getRules().getOffset(moment.plus(days)));
    }

    private static String text(String zone) {
        var text = new CalendarText();
        TimeZoneText.write(text, ZoneId.of(zone), SINCE);
        return text.toString();
    }
}
