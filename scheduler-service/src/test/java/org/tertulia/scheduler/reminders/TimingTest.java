package org.tertulia.scheduler.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.scheduler.recurrence.Recurrence;

/** One reminder is due daily at nine; what happens when its time has come, or has passed. */
class TimingTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final Recurrence DAILY =
            new Recurrence("FREQ=DAILY", LocalDateTime.parse("2026-11-01T09:00:00"), UTC);

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-11-02T09:00:00Z, fire, 2026-11-02T09:00:00Z, 2026-11-03T09:00:00Z",
                "2026-11-02T09:15:00Z, skip, 2026-11-02T09:00:00Z, 2026-11-03T09:00:00Z",
                "2026-11-02T09:15:01Z, skip, none,                 2026-11-03T09:00:00Z",
                "2026-11-02T09:15:01Z, fire, 2026-11-02T09:00:00Z, 2026-11-03T09:00:00Z",
                "2026-11-05T08:00:00Z, fire, 2026-11-02T09:00:00Z, 2026-11-05T09:00:00Z",
                "2026-11-05T08:00:00Z, skip, none,                 2026-11-05T09:00:00Z",
                "2026-11-05T09:10:00Z, fire, 2026-11-05T09:00:00Z, 2026-11-06T09:00:00Z",
                "2026-11-05T09:10:00Z, skip, 2026-11-05T09:00:00Z, 2026-11-06T09:00:00Z",
            })
    void atMostOneOfAllThatWereMissedShouldFire(
            Instant now, String ifLate, @Nullable Instant fires, Instant next) {
        var elapsed = daily(IfLate.of(ifLate), null).elapsed(now, GRACE);
        assertThat(elapsed.fires()).isEqualTo(fires);
        assertThat(elapsed.after().next()).isEqualTo(next);
    }

    @Test
    void aSnoozeShouldEndWithTheNextFiringWhicheverThatIs() {
        var earlier = daily(IfLate.FIRE, Instant.parse("2026-11-02T08:00:00Z"));
        var afterIt = earlier.elapsed(Instant.parse("2026-11-02T08:00:00Z"), GRACE);
        assertThat(afterIt.fires()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
        assertThat(afterIt.after()).isEqualTo(daily(IfLate.FIRE, null));

        var later = daily(IfLate.FIRE, Instant.parse("2026-11-02T10:00:00Z"));
        var before = later.elapsed(Instant.parse("2026-11-02T09:00:00Z"), GRACE);
        assertThat(before.fires()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
        assertThat(before.after().snoozedUntil()).isNull();
        assertThat(before.after().next()).isEqualTo(Instant.parse("2026-11-03T09:00:00Z"));
    }

    @Test
    void skippingShouldLeaveOutWhatComesFirst() {
        var snoozed = daily(IfLate.FIRE, Instant.parse("2026-11-02T08:00:00Z"));
        assertThat(snoozed.skipping()).isEqualTo(daily(IfLate.FIRE, null));
        assertThat(daily(IfLate.FIRE, null).skipping().next())
                .isEqualTo(Instant.parse("2026-11-03T09:00:00Z"));
    }

    @Test
    void puttingOffTwiceShouldPutOffOneOccurrence() {
        var until = Instant.parse("2026-11-02T11:00:00Z");
        var once = daily(IfLate.FIRE, null).putOff(Instant.parse("2026-11-02T10:00:00Z"));
        assertThat(once.putOff(until).next()).isEqualTo(until);
        assertThat(once.putOff(until).regularAt()).isEqualTo(Instant.parse("2026-11-03T09:00:00Z"));
    }

    private static Timing daily(IfLate ifLate, @Nullable Instant snoozedUntil) {
        return new Timing(UTC, DAILY, ifLate, Instant.parse("2026-11-02T09:00:00Z"), snoozedUntil);
    }
}
