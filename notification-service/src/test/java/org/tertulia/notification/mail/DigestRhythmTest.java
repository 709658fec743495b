package org.tertulia.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestRhythmTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** The clock is put forward on 29 March 2026 at 2:00, and back on 25 October at 3:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02T06:59:59Z, 08:00, 2026-11-02T07:00:00Z",
        "2026-11-02T07:00:00Z, 08:00, 2026-11-03T07:00:00Z",
        "2026-07-02T23:30:00Z, 08:00, 2026-07-03T06:00:00Z",
        "2026-03-28T07:00:00Z, 08:00, 2026-03-29T06:00:00Z",
        "2026-03-29T00:30:00Z, 02:30, 2026-03-29T01:00:00Z",
        "2026-10-24T23:00:00Z, 02:30, 2026-10-25T00:30:00Z",
        "2026-10-25T00:30:00Z, 02:30, 2026-10-26T01:30:00Z",
        "2026-11-02T23:30:00Z, 00:00, 2026-11-03T23:00:00Z",
    })
    void aDailyDigestShouldComeByTheClockOfTheZone(Instant after, LocalTime at, Instant next) {
        assertThat(DigestRhythm.DAILY.next(after, at, MADRID)).isEqualTo(next);
    }

    @Test
    void anHourlyDigestShouldComeAnHourLater() {
        var after = Instant.parse("2026-11-02T06:59:59Z");
        assertThat(DigestRhythm.HOURLY.next(after, LocalTime.NOON, MADRID))
                .isEqualTo(Instant.parse("2026-11-02T07:59:59Z"));
    }

    @Test
    void offShouldBeNever() {
        assertThat(DigestRhythm.OFF.next(Instant.EPOCH, LocalTime.NOON, MADRID)).isNull();
    }
}
