package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReconnectTurnsTest {

    private static final int PER_SECOND = 200;

    private final DeliveryProperties properties =
            new Binder(
                            new MapConfigurationPropertySource(
                                    Map.of("reconnects-per-second", "" + PER_SECOND)))
                    .bindOrCreate("", DeliveryProperties.class);
    private final OpenConnections connections = new OpenConnections(properties);

    @ParameterizedTest
    @CsvSource({"0,500", "1,500", "80,500", "81,505", "1000,5100", "5980,30000", "1000000,30000"})
    void theWindowShouldGrowWithTheConnections(int count, long maxMillis) {
        var window = connections.window(count);

        assertThat(window.min()).isEqualTo(Duration.ofMillis(100));
        assertThat(window.max()).isEqualTo(Duration.ofMillis(maxMillis));
    }

    @Test
    void aThousandWhoAreSentAwayShouldComeBackEvenly() {
        var waits = waits(1_000, 1_000);

        var bySecond =
                waits.stream()
                        .collect(
                                Collectors.groupingBy(
                                        wait -> wait.minusMillis(100).toSeconds(),
                                        Collectors.counting()));
        assertThat(bySecond.keySet()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
        assertThat(bySecond.values()).allMatch(count -> count == PER_SECOND);
        assertThat(waits).doesNotHaveDuplicates();
        // Nor do they come at a beat within a second.
        var pauses =
                IntStream.range(1, waits.size())
                        .mapToObj(i -> waits.get(i).minus(waits.get(i - 1)).toMillis())
                        .distinct()
                        .count();
        assertThat(pauses).isGreaterThan(3);
    }

    @Test
    void whoComesAfterAllOfThemShouldBeSpreadAsWell() {
        var window = connections.window(10);

        assertThat(waits(10, 25))
                .allSatisfy(wait -> assertThat(wait).isBetween(window.min(), window.max()));
        assertThat(waits(0, 1)).hasSize(1);
    }

    @Test
    void aSingleOneShouldComeBackWithinTheWindow() {
        connections.opened();
        var window = connections.window();

        assertThat(IntStream.range(0, 100).mapToObj(i -> connections.delay()))
                .allSatisfy(wait -> assertThat(wait).isBetween(window.min(), window.max()));
    }

    private List<Duration> waits(int connectionCount, int asked) {
        var turns = new ReconnectTurns(connections.window(connectionCount), connectionCount);
        var random = new Random(7);
        return IntStream.range(0, asked).mapToObj(i -> turns.next(random)).toList();
    }
}
