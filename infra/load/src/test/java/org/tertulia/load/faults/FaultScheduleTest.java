package org.tertulia.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tertulia.load.faults.Fault.Kill;
import org.tertulia.load.faults.FaultSchedule.Injection;

class FaultScheduleTest {
    private static final List<String> PARTS = List.of("gateway", "kafka", "postgresql");
    private static final List<String> DOORS = List.of("clients-1", "kafka");

    @Test
    void theSameSeedShouldGiveTheSameSchedule() {
        assertThat(schedule(7, 100)).isEqualTo(schedule(7, 100)).isNotEqualTo(schedule(8, 100));
    }

    @Test
    void thereShouldBeAsManyFaultsAsAskedForInRounds() {
        var rounds = schedule(7, 100);

        assertThat(faults(rounds)).hasSize(100);
        assertThat(rounds.subList(0, rounds.size() - 1))
                .allSatisfy(it -> assertThat(it).hasSizeBetween(2, 6));
    }

    @Test
    void killsPausesAndCutsShouldComeInTurn() {
        var kinds =
                faults(schedule(7, 99)).stream()
                        .collect(Collectors.groupingBy(Fault::getClass, Collectors.counting()));

        assertThat(kinds.values()).containsExactly(33L, 33L, 33L);
    }

    @Test
    void everyPartShouldBeKilledOnceBeforeOneIsKilledAgain() {
        var killed =
                faults(schedule(7, 12)).stream()
                        .filter(Kill.class::isInstance)
                        .collect(Collectors.groupingBy(Fault::kind, Collectors.counting()));

        assertThat(killed).hasSize(PARTS.size());
    }

    @Test
    void faultsShouldLastThreeSecondsAtMost() {
        assertThat(faults(schedule(7, 200)))
                .allSatisfy(
                        it ->
                                assertThat(it.length())
                                        .isBetween(Duration.ZERO, Duration.ofSeconds(3)));
    }

    private static List<List<Injection>> schedule(long seed, int count) {
        var options = FaultOptions.of(seed, count, Duration.ofMinutes(1), 2);
        return FaultSchedule.of(options, PARTS, DOORS);
    }

    private static List<Fault> faults(List<List<Injection>> rounds) {
        return rounds.stream().flatMap(List::stream).map(Injection::fault).toList();
    }
}
