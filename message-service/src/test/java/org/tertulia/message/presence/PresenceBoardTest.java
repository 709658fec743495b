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
    private static final UUID PHONE = FixedIds.id(81);
    private static final UUID DESK = FixedIds.id(82);
    private static final ShownPresence ONLINE =
            new ShownPresence(PresenceStatus.ONLINE, null, null);
    private static final ShownPresence OFFLINE = ShownPresence.OFFLINE;

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
        connect(ANA, PHONE);
        connect(ANA, DESK);

        assertThat(board.among(List.of(ANA, BRUNO)))
                .containsExactly(new PersonPresence(ANA, ONLINE));
        assertThat(changes()).containsExactly(change(ANA, ONLINE));
    }

    @Test
    void whoGoesShouldBeOfflineAfterTheGrace() {
        connect(ANA, PHONE);
        changes();
        board.disconnected(ANA, PHONE);

        clock.advance(Duration.ofMillis(4_900));
        assertThat(changes()).isEmpty();
        assertThat(board.among(List.of(ANA))).containsExactly(new PersonPresence(ANA, ONLINE));
        clock.advance(Duration.ofMillis(100));
        assertThat(changes()).containsExactly(change(ANA, OFFLINE));
    }

    @Test
    void aQuickReturnShouldNotBeTold() {
        connect(ANA, PHONE);
        changes();
        board.disconnected(ANA, PHONE);
        clock.advance(Duration.ofSeconds(4));
        connect(ANA, PHONE);
        clock.advance(Duration.ofSeconds(20));

        assertThat(changes()).isEmpty();
    }

    @Test
    void aMoveToAnotherInstanceShouldNotBeTold() {
        connect(ANA, PHONE);
        changes();
        board.disconnected(ANA, PHONE);
        clock.advance(Duration.ofSeconds(2));
        board.heard(report(false, Set.of(ANA), Set.of()));
        clock.advance(Duration.ofSeconds(20));

        assertThat(changes()).isEmpty();
    }

    @Test
    void theLastOfTwoConnectionsShouldCount() {
        connect(ANA, PHONE);
        connect(ANA, DESK);
        changes();
        board.disconnected(ANA, PHONE);
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
        assertThat(changes()).containsExactly(change(BRUNO, OFFLINE));
        clock.advance(Duration.ofSeconds(26));
        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(changes()).containsExactly(change(ANA, OFFLINE));
    }

    @Test
    void aFarewellShouldHaveTheSameGrace() {
        board.heard(report(true, Set.of(ANA), Set.of()));
        changes();
        board.heard(report(true, Set.of(), Set.of()));
        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(changes()).containsExactly(change(ANA, OFFLINE));
    }

    @Test
    void theFirstReportShouldBeFullAndThenWhatChanged() {
        connect(ANA, PHONE);
        var first = board.takeReport();
        assertThat(first.full()).isTrue();
        assertThat(first.online()).containsExactly(ANA);
        assertThat(board.takeReport()).isNull();

        connect(BRUNO, DESK);
        board.disconnected(ANA, PHONE);
        var delta = board.takeReport();
        assertThat(delta.full()).isFalse();
        assertThat(delta.online()).containsExactly(BRUNO);
        assertThat(delta.offline()).containsExactly(ANA);
        clock.advance(Duration.ofSeconds(10));
        assertThat(board.takeReport().full()).isTrue();
    }

    @Test
    void aNewInstanceShouldBeToldEverything() {
        connect(ANA, PHONE);
        board.takeReport();
        board.heard(report(true, Set.of(), Set.of()));

        assertThat(board.takeReport().full()).isTrue();
        board.heard(report(true, Set.of(), Set.of()));
        assertThat(board.takeReport()).isNull();
    }

    @Test
    void itsOwnReportsShouldChangeNothing() {
        connect(ANA, PHONE);
        var own = board.takeReport();
        board.disconnected(ANA, PHONE);
        board.heard(own);
        clock.advance(Duration.ofSeconds(6));

        changes();
        assertThat(board.among(List.of(ANA))).isEmpty();
    }

    private List<PresenceChange> changes() {
        board.tick();
        return board.takeChanges(100);
    }

    private static InstanceReport report(boolean full, Set<UserId> online, Set<UserId> offline) {
        return new InstanceReport(OTHER, full, online, offline, Set.of(), List.of());
    }

    private void connect(UserId person, UUID connection) {
        board.connected(person, connection, PresenceChoice.none(person));
    }

    private static PresenceChange change(UserId person, ShownPresence shown) {
        return new PresenceChange(person, shown);
    }
}
