package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IdleResultTest {
    @Test
    void aSocketShouldTakeItsShareOfTheGrowth() {
        var before =
                Map.of(
                        "gateway", new Footprint(1_000_000, 500_000),
                        "message-service", new Footprint(2_000_000, 900_000));
        var after =
                Map.of(
                        "gateway", new Footprint(1_600_000, 800_000),
                        "message-service", new Footprint(3_000_000, 1_300_000));

        var result = IdleResult.of(100, 5, before, after, true);

        assertThat(result.perSocket())
                .containsEntry("gateway", new Footprint(6_000, 3_000))
                .containsEntry("message-service", new Footprint(10_000, 4_000))
                .containsEntry(IdleResult.TOGETHER, new Footprint(16_000, 7_000));
    }
}
