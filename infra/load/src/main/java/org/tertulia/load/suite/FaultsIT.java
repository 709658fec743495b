package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.faults.FaultOptions;
import org.tertulia.load.faults.FaultRun;

/**
 * The fault suite in short: a dozen kills, pauses and cuts while people write and read. The seed is
 * another one each time and is told; {@code ./tertulia test faults --seed} plays its schedule again.
 */
@Order(12)
class FaultsIT {
    private static final int MOST_SEEDS = 1_000_000;

    private final Suite suite = Suite.running();

    @Test
    void nothingPromisedShouldBeBrokenByFaults() throws InterruptedException {
        suite.twoMessageServices();
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var seed = ThreadLocalRandom.current().nextLong(MOST_SEEDS);

        var verdict = new FaultRun(suite.home(), FaultOptions.brief(seed), Map.of(), out).run();
        verdict.text().forEach(out::println);

        assertThat(verdict.broken()).as(verdict.again()).isEmpty();
    }
}
