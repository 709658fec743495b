package org.tertulia.notification.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

class PushRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Instant LEASE = NOON.plusSeconds(60);

    private final PushRepository pushes = new PushRepository(postgres.databaseClient());
    private final UUID person = UUID.randomUUID();
    private final UUID subscription = UUID.randomUUID();
    private int version;

    @BeforeEach
    void subscribed() {
        run("delete from push_subscriptions", null);
        run("insert into inboxes (user_id, version) values ($1, 0)", person);
        subscribe(subscription);
    }

    private void subscribe(UUID id) {
        run(
                "insert into push_subscriptions values ($1, '%s', 'https://push.example/%s', '', '', '', false, 'es', now())"
                        .formatted(person, id),
                id);
    }

    private void run(String sql, @Nullable UUID id) {
        var statement = postgres.databaseClient().sql(sql);
        (id == null ? statement : statement.bind(0, id)).then().block(PATIENCE);
    }

    private UUID told(String burst) {
        var id = UUID.randomUUID();
        version++;
        run(
                ("insert into notifications (notification_id, user_id, version, burst, kind, state, excerpt, count, at)"
                                + " values ($1, '%s', %d, '%s', 'message', 'unread', '', 1, now())")
                        .formatted(person, version, burst),
                id);
        return id;
    }

    private void queue(UUID notification) {
        run("select queue_push('%s', $1, '%s')".formatted(person, NOON), notification);
    }

    private UUID queued(String burst) {
        var id = told(burst);
        queue(id);
        return id;
    }

    private void settle(UUID... ids) {
        for (var id : ids) {
            run("update notifications set state = 'read' where notification_id = $1", id);
        }
        var named = List.of(ids).stream().map(NotificationId::new).toList();
        pushes.settled(new UserId(person), named, NOON).block(PATIENCE);
    }

    private List<Push> claim(Instant now) {
        return Objects.requireNonNull(pushes.claim(now, now.plusSeconds(60), 10).block(PATIENCE));
    }

    private Push one(Instant now) {
        var claimed = claim(now);
        assertThat(claimed).hasSize(1);
        return claimed.getFirst();
    }

    private void accept(Push push) {
        var shown = push.notification();
        pushes.accepted(push, shown == null ? null : shown.id(), NOON).block(PATIENCE);
    }

    @Test
    void whatIsClaimedShouldNotBeClaimedUntilItsLeaseIsOver() {
        queued("a");
        assertThat(one(NOON).attempts()).isEqualTo(1);
        assertThat(claim(LEASE.minusMillis(1))).isEmpty();
        assertThat(one(LEASE).attempts()).isEqualTo(2);
    }

    @Test
    void whatWaitsShouldBeReplacedByWhatComesForItsBurst() {
        settle(queued("a"));
        queued("a");
        queued("b");
        assertThat(claim(NOON).stream().map(push -> push.place().burst()))
                .containsExactlyInAnyOrder("a", "b");
    }

    /** It says something else than what was sent, so that has to be sent as well. */
    @Test
    void whatIsReplacedWhileItIsSentShouldBeSentAgain() {
        var id = queued("a");
        var push = one(NOON);
        queue(id);
        assertThat(claim(NOON)).isEmpty();
        accept(push);
        var again = one(NOON);
        assertThat(again.place().version()).isEqualTo(2);
        assertThat(again.attempts()).isEqualTo(1);
        accept(again);
        assertThat(claim(LEASE)).isEmpty();
    }

    @Test
    void whatIsSettledBeforeItIsSentShouldBeDropped() {
        settle(queued("a"));
        assertThat(claim(NOON)).isEmpty();
    }

    @Test
    void whatIsSettledAfterItWasSentShouldBeTakenAwayWhereItIs() {
        var id = queued("a");
        accept(one(NOON));
        subscribe(UUID.randomUUID());
        settle(id);
        var taken = one(NOON);
        assertThat(taken.takesAway()).isTrue();
        assertThat(taken.settled()).containsExactly(id);
        assertThat(taken.place().subscription()).isEqualTo(subscription);
        assertThat(taken.place().burst()).isEqualTo("a");
        accept(taken);
        assertThat(claim(LEASE)).isEmpty();
    }

    @Test
    void whatIsSettledWhileItIsSentShouldBeTakenAway() {
        var id = queued("a");
        var push = one(NOON);
        settle(id);
        assertThat(claim(LEASE)).isEmpty();
        accept(push);
        assertThat(one(NOON).settled()).containsExactly(id);
    }

    @Test
    void whatIsToBeTakenAwayShouldNotBeForgottenForWhatComesInItsPlace() {
        var first = queued("a");
        accept(one(NOON));
        settle(first);
        var second = queued("a");
        settle(second);
        var taken = one(NOON);
        assertThat(taken.takesAway()).isTrue();
        assertThat(taken.settled()).containsExactly(first);
    }

    @Test
    void whatComesInItsPlaceShouldBeShown() {
        var first = queued("a");
        accept(one(NOON));
        settle(first);
        var second = queued("a");
        var push = one(NOON);
        assertThat(push.takesAway()).isFalse();
        assertThat(Objects.requireNonNull(push.notification()).id()).isEqualTo(second);
        accept(push);
        settle(second);
        assertThat(one(NOON).settled()).containsExactly(second);
    }

    @Test
    void muchThatIsSettledAtOnceShouldTakeFewMessages() {
        var ids = IntStream.range(0, 70).mapToObj(n -> queued("b" + n)).toList();
        for (var some = claim(NOON); !some.isEmpty(); some = claim(NOON)) {
            some.forEach(this::accept);
        }
        settle(ids.toArray(UUID[]::new));
        var taken = claim(NOON);
        assertThat(taken.stream().map(push -> push.settled().size()))
                .containsExactlyInAnyOrder(60, 10);
        assertThat(
                        taken.stream()
                                .flatMap(push -> push.settled().stream())
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whatAPushServiceAsksForShouldHoldForWhatComesNext() {
        var id = queued("a");
        var later = NOON.plusSeconds(600);
        pushes.retry(one(NOON).place(), later).block(PATIENCE);
        queue(id);
        assertThat(claim(later.minusMillis(1))).isEmpty();
        assertThat(one(later).attempts()).isEqualTo(1);
    }

    @Test
    void whatWaitsForQuietHoursShouldBeLookedAtWhenMoreComes() {
        var id = queued("a");
        pushes.hold(one(NOON).place(), NOON.plusSeconds(600)).block(PATIENCE);
        assertThat(claim(NOON)).isEmpty();
        queue(id);
        assertThat(one(NOON).attempts()).isEqualTo(1);
    }

    @Test
    void whatIsGoneShouldTakeItsQueueWithIt() {
        queued("a");
        pushes.prune(subscription).block(PATIENCE);
        assertThat(claim(NOON)).isEmpty();
        assertThat(pushes.waiting().block(PATIENCE)).isZero();
    }

    @Test
    void whatIsReplacedShouldNotBeDropped() {
        var id = queued("a");
        var push = one(NOON);
        queue(id);
        pushes.drop(push.place()).block(PATIENCE);
        pushes.drop(one(NOON).place()).block(PATIENCE);
        assertThat(claim(LEASE)).isEmpty();
    }
}
