package org.tertulia.starter.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123Z");
    private static final Clock FIXED = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void nextShouldBeVersion7WithTheRfcVariantAndTheTime() {
        var id = new TimeOrderedIds(FIXED).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void nextShouldAscendWithinOneMillisecondEvenPastTheCounter() {
        var ids = new TimeOrderedIds(FIXED);

        var made = Stream.generate(ids::next).limit(20_000).map(UUID::toString).toList();

        assertThat(made).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.naturalOrder());
    }
}
