package org.tertulia.message.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.FixedIds;
import org.tertulia.test.MutableClock;

class PresenceBoardTest {

    private static final UserId ANA = new UserId(FixedIds.id(71));
    private static final UserId BRUNO = new UserId(FixedIds.id(72));
    private static final UUID OTHER = FixedIds.id(99);

    private final MutableClock clock = MutableClock.atNoon();
    private final PresenceProperties properties =
            new PresenceProperties(
                    Duration.ofMillis(250),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5),
                    500,
                    2000,
                    20_000);
    private final PresenceBoard board = new PresenceBoard(new FixedIds(), clock, properties);

    @Test
    void whoConnectsShouldBeOnlineAtOnce() {
        board.connected(ANA);
        board.connected(ANA);

        assertThat(board.onlineAmong(List.of(ANA, BRUNO))).containsExactly(ANA);
        assertThat(changes()).containsExactly(new PresenceChange(ANA, true));
    }

    @Test
    void whoGoesShouldBeOfflineAfterTheGrace() {
        board.connected(ANA);
        changes();
        board.disconnected(ANA);

        clock.advance(Duration.ofMillis(4_900));
        assertThat(changes()).isEmpty();
        assertThat(board.onlineAmong(List.of(ANA))).containsExactly(ANA);
        clock.advance(Duration.ofMillis(100));
        assertThat(changes()).containsExactly(new PresenceChange(ANA, false));
    }

    @Test
    void aQuickReturnShouldNotBeTold() {
        board.connected(ANA);
        changes();
        board.disconnected(ANA);
        clock.advance(Duration.ofSeconds(4));
        board.connected(ANA);
        clock.advance(Duration.ofSeconds(20));

        assertThat(changes()).isEmpty();
    }

    @Test
    void aMoveToAnotherInstanceShouldNotBeTold() {
        board.connected(ANA);
        changes();
        board.disconnected(ANA);
        clock.advance(Duration.ofSeconds(2));
        board.heard(report(false, Set.of(ANA), Set.of()));
        clock.advance(Duration.ofSeconds(20));

        assertThat(changes()).isEmpty();
    }

    @Test
    void theLastOfTwoConnectionsShouldCount() {
        board.connected(ANA);
        board.connected(ANA);
        changes();
        board.disconnected(ANA);
        clock.advance(Duration.ofSeconds(6));

        assertThat(changes()).isEmpty();
    }

    @Test
    void anInstanceThatIsNotHeardOfShouldTakeItsPeopleWithIt() {
        board.heard(report(true, Set.of(ANA, BRUNO), Set.of()));
        assertThat(changes()).hasSize(2);
        clock.advance(Duration.ofSeconds(20));
        board.heard(report(true, Set.of(ANA), Set.of()));
        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(changes()).containsExactly(new PresenceChange(BRUNO, false));
        clock.advance(Duration.ofSeconds(26));
        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(changes()).containsExactly(new PresenceChange(ANA, false));
    }

    @Test
    void aFarewellShouldHaveTheSameGrace() {
        board.heard(report(true, Set.of(ANA), Set.of()));
        changes();
        board.heard(report(true, Set.of(), Set.of()));
        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(changes()).containsExactly(new PresenceChange(ANA, false));
    }

    @Test
    void theFirstReportShouldBeFullAndThenWhatChanged() {
        board.connected(ANA);
        var first = board.takeReport();
        assertThat(first.full()).isTrue();
        assertThat(first.online()).containsExactly(ANA);
        assertThat(board.takeReport()).isNull();

        board.connected(BRUNO);
        board.disconnected(ANA);
        var delta = board.takeReport();
        assertThat(delta.full()).isFalse();
        assertThat(delta.online()).containsExactly(BRUNO);
        assertThat(delta.offline()).containsExactly(ANA);
        clock.advance(Duration.ofSeconds(10));
        assertThat(board.takeReport().full()).isTrue();
    }

    @Test
    void aNewInstanceShouldBeToldEverything() {
        board.connected(ANA);
        board.takeReport();
        board.heard(report(true, Set.of(), Set.of()));

        assertThat(board.takeReport().full()).isTrue();
        board.heard(report(true, Set.of(), Set.of()));
        assertThat(board.takeReport()).isNull();
    }

    @Test
    void itsOwnReportsShouldChangeNothing() {
        board.connected(ANA);
        var own = board.takeReport();
        board.disconnected(ANA);
        board.heard(own);
        clock.advance(Duration.ofSeconds(6));

        changes();
        assertThat(board.onlineAmong(List.of(ANA))).isEmpty();
    }

    private List<PresenceChange> changes() {
        board.tick();
        return board.takeChanges(100);
    }

    private static InstanceReport report(boolean full, Set<UserId> online, Set<UserId> offline) {
        return new InstanceReport(OTHER, full, online, offline);
    }
}
