package org.tertulia.load.faults.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final int STEPS = 500;

    @Test
    void theSameSeedShouldGiveTheSameSteps() {
        assertThat(steps(7, 0, true)).isEqualTo(steps(7, 0, true));
    }

    @Test
    void otherSeedsAndOtherPeopleShouldDoOtherThings() {
        assertThat(steps(7, 0, true))
                .isNotEqualTo(steps(8, 0, true))
                .isNotEqualTo(steps(7, 1, true));
    }

    @Test
    void aWandererShouldLeaveAndJoinInTurnAndBeSilentWhileAway() {
        var inside = true;
        for (var step : steps(7, 0, true)) {
            assertThat(step.endsWith("leave room 1")).as(step).isIn(false, inside);
            assertThat(step.endsWith("join room 1")).as(step).isIn(false, !inside);
            assertThat(step.endsWith("read room 1")).as(step).isIn(false, inside);
            inside = step.endsWith("join room 1") || (inside && !step.endsWith("leave room 1"));
        }
    }

    @Test
    void onlyWanderersShouldLeave() {
        assertThat(steps(7, 0, true)).anyMatch(it -> it.contains("leave room"));
        assertThat(steps(7, 0, false)).noneMatch(it -> it.contains("leave room"));
    }

    @Test
    void everyOperationShouldBeDoneNowAndThen() {
        assertThat(Operations.ALL)
                .allSatisfy(
                        operation ->
                                assertThat(steps(7, 0, true))
                                        .anyMatch(it -> it.contains(operation.name() + ": ")));
    }

    private static List<String> steps(long seed, int person, boolean wanderer) {
        var script = Script.of(seed, person, Town.rooms(), wanderer);
        return Stream.generate(script::next).limit(STEPS).map(Object::toString).toList();
    }
}
