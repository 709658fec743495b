package org.tertulia.message.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.FixedIds;
import org.tertulia.test.MutableClock;

/** What comes out of several devices, several instances and what the person has chosen. */
class PresenceMergingTest {

    private static final UserId ANA = new UserId(FixedIds.id(71));
    private static final UUID OTHER = FixedIds.id(99);
    private static final UUID PHONE = FixedIds.id(81);
    private static final UUID DESK = FixedIds.id(82);
    private static final ShownPresence ONLINE =
            new ShownPresence(PresenceStatus.ONLINE, null, null);
    private static final ShownPresence AWAY = new ShownPresence(PresenceStatus.AWAY, null, null);

    private final MutableClock clock = MutableClock.atNoon();
    private final PresenceBoard board =
            new PresenceBoard(
                    new FixedIds(),
                    clock,
                    new PresenceProperties(
                            Duration.ofMillis(250),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(5),
                            500,
                            2000,
                            20_000));

    @Test
    void oneDeviceThatSomebodyIsAtShouldBeEnough() {
        connect(PHONE);
        connect(DESK);
        board.said(ANA, PHONE, true);
        assertThat(shown()).isEqualTo(ONLINE);
        board.said(ANA, DESK, true);
        assertThat(shown()).isEqualTo(AWAY);
        assertThat(board.online()).isEmpty();
        board.said(ANA, PHONE, false);
        assertThat(shown()).isEqualTo(ONLINE);
        board.disconnected(ANA, PHONE);
        assertThat(shown()).isEqualTo(AWAY);
    }

    @Test
    void aDeviceAtAnotherInstanceShouldCountTheSame() {
        connect(PHONE);
        board.said(ANA, PHONE, true);
        board.heard(report(Set.of(ANA), Set.of()));
        assertThat(shown()).isEqualTo(ONLINE);
        board.heard(report(Set.of(ANA), Set.of(ANA)));
        assertThat(shown()).isEqualTo(AWAY);
    }

    @Test
    void awayShouldBeReportedAndTold() {
        connect(PHONE);
        board.takeReport();
        changes();
        board.said(ANA, PHONE, true);

        assertThat(board.takeReport().away()).containsExactly(ANA);
        assertThat(changes()).containsExactly(new PresenceChange(ANA, AWAY));
    }

    @Test
    void aDeviceThatHasGoneShouldSayNothing() {
        connect(PHONE);
        board.disconnected(ANA, PHONE);
        board.said(ANA, PHONE, true);
        board.disconnected(ANA, PHONE);

        assertThat(shown()).isEqualTo(ONLINE);
    }

    @Test
    void invisibleShouldBeLikeOfflineWhateverTheDevicesDo() {
        board.connected(ANA, PHONE, choice(1, true, "hola", null));
        assertThat(changes()).isEmpty();
        assertThat(board.isInvisible(ANA)).isTrue();
        assertThat(board.online()).isEmpty();
        board.said(ANA, PHONE, true);
        board.disconnected(ANA, PHONE);
        clock.advance(Duration.ofSeconds(6));

        assertThat(changes()).isEmpty();
        assertThat(board.among(List.of(ANA))).isEmpty();
    }

    @Test
    void whoBecomesInvisibleShouldGoAtOnceAndComeBack() {
        connect(PHONE);
        changes();
        board.chosen(choice(1, true, null, null), null, PHONE);
        assertThat(changes()).containsExactly(new PresenceChange(ANA, ShownPresence.OFFLINE));
        board.chosen(choice(2, false, null, null), false, PHONE);
        assertThat(changes()).containsExactly(new PresenceChange(ANA, ONLINE));
    }

    @Test
    void aCustomStatusShouldBeToldWithTheStatus() {
        connect(PHONE);
        changes();
        board.chosen(choice(1, false, "café", null), true, PHONE);

        assertThat(changes())
                .containsExactly(
                        new PresenceChange(
                                ANA, new ShownPresence(PresenceStatus.AWAY, "café", "☕")));
        assertThat(board.takeReport().chosen())
                .containsExactly(new SaidChoice(choice(1, false, "café", null), null));
    }

    @Test
    void theGreaterVersionShouldCountWhateverComesLater() {
        connect(PHONE);
        board.heard(report(2, true, null));
        board.chosen(choice(1, false, null, null), null, PHONE);
        board.connected(ANA, DESK, choice(1, false, null, null));
        board.heard(report(1, false, null));

        assertThat(shown()).isNull();
        assertThat(board.own(choice(1, false, null, null)).version()).isEqualTo(2);
        assertThat(board.own(choice(3, false, null, null)).status()).isEqualTo("online");
    }

    @Test
    void whatIsHeardBeforeSomebodyConnectsShouldCount() {
        board.heard(report(2, true, null));
        board.tick();
        board.connected(ANA, PHONE, choice(1, false, null, null));

        assertThat(shown()).isNull();
    }

    @Test
    void whatIsSaidForAllDevicesShouldHoldUntilOneSaysOtherwise() {
        connect(PHONE);
        connect(DESK);
        board.heard(report(1, false, true));
        assertThat(shown()).isEqualTo(AWAY);
        board.said(ANA, DESK, false);
        board.heard(report(1, false, true));
        assertThat(shown()).isEqualTo(ONLINE);
        board.chosen(choice(2, false, null, null), true, null);
        assertThat(shown()).isEqualTo(AWAY);
        assertThat(board.takeReport().chosen())
                .contains(new SaidChoice(choice(2, false, null, null), true));
    }

    @Test
    void aChoiceShouldEndByItself() {
        var until = clock.instant().plusSeconds(60);
        board.connected(ANA, PHONE, choice(1, true, "hola", until));
        board.takeOwn();
        clock.advance(Duration.ofSeconds(59));
        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofSeconds(1));

        assertThat(changes()).containsExactly(new PresenceChange(ANA, ONLINE));
        assertThat(board.takeOwn())
                .containsExactlyEntriesOf(
                        Map.of(ANA, new OwnPresence("online", null, null, null, 1)));
        assertThat(changes()).isEmpty();
    }

    @Test
    void aChoiceThatHasEndedBeforeOneConnectsShouldNotCount() {
        var until = clock.instant();
        board.connected(ANA, PHONE, choice(1, true, "hola", until));

        assertThat(shown()).isEqualTo(ONLINE);
        assertThat(board.own(choice(1, true, "hola", until)))
                .isEqualTo(new OwnPresence("online", null, null, null, 1));
    }

    @Test
    void onesOwnDevicesShouldBeToldWhatWasChosenElsewhere() {
        connect(PHONE);
        assertThat(board.takeOwn()).isEmpty();
        board.heard(report(1, true, null));

        assertThat(board.takeOwn()).containsOnlyKeys(ANA);
        assertThat(board.takeOwn()).isEmpty();
        board.disconnected(ANA, PHONE);
        board.heard(report(2, false, null));
        assertThat(board.takeOwn()).isEmpty();
    }

    @Test
    void everyFullReportShouldHaveWhatThosePresentHaveChosen() {
        board.connected(ANA, PHONE, choice(4, true, null, null));
        board.takeReport();
        clock.advance(Duration.ofSeconds(10));

        assertThat(board.takeReport().chosen())
                .containsExactly(new SaidChoice(choice(4, true, null, null), null));
    }

    @Test
    void whoWasToldOfSomethingTakenBackShouldBeToldThat() {
        connect(PHONE);
        assertThat(board.among(List.of(ANA))).hasSize(1);
        board.chosen(choice(1, true, null, null), null, PHONE);

        assertThat(changes()).containsExactly(new PresenceChange(ANA, ShownPresence.OFFLINE));
    }

    @Test
    void whatCouldNotBeToldShouldBeTakenAgain() {
        connect(PHONE);
        var changes = changes();
        assertThat(changes()).isEmpty();
        board.putBack(changes);

        assertThat(changes()).isEqualTo(changes);
    }

    private void connect(UUID connection) {
        board.connected(ANA, connection, PresenceChoice.none(ANA));
    }

    private @Nullable ShownPresence shown() {
        return board.among(List.of(ANA)).stream()
                .map(PersonPresence::shown)
                .findFirst()
                .orElse(null);
    }

    private List<PresenceChange> changes() {
        board.tick();
        return board.takeChanges(100);
    }

    private static PresenceChoice choice(
            long version, boolean invisible, @Nullable String text, @Nullable Instant until) {
        return new PresenceChoice(ANA, version, invisible, text, text == null ? null : "☕", until);
    }

    private static InstanceReport report(Set<UserId> online, Set<UserId> away) {
        return new InstanceReport(OTHER, true, online, Set.of(), away, List.of());
    }

    private static InstanceReport report(long version, boolean invisible, @Nullable Boolean away) {
        var said = new SaidChoice(choice(version, invisible, null, null), away);
        return new InstanceReport(OTHER, false, Set.of(), Set.of(), Set.of(), List.of(said));
    }
}
