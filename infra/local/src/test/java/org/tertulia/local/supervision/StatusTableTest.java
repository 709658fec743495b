package org.tertulia.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    private static final PartStatus KAFKA =
            new PartStatus("kafka", PartState.READY, 9192, 41L, 1540L, 150L << 20, 0, List.of());
    private static final PartStatus GATEWAY =
            new PartStatus("gateway", PartState.STOPPED, 8080, null, null, null, 2, List.of());

    @Test
    void eachPartShouldHaveALineWithWhatIsKnownOfIt() {
        var suite =
                new SuiteStatus(
                        "http://localhost:8080",
                        false,
                        8020L,
                        40L,
                        50L << 20,
                        List.of(KAFKA, GATEWAY));

        assertThat(StatusTable.lines(suite))
                .containsExactly(
                        "part                 state         port      pid    memory  ready in",
                        "kafka                ready         9192       41   150 MiB     1.5 s",
                        "gateway              stopped       8080        -         -         -"
                                + " restarted 2 times",
                        "(launcher)                                    40    50 MiB",
                        "all                  not ready                     200 MiB     8.0 s");
    }
}
