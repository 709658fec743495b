package org.tertulia.message.changing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tertulia.message.changing.ChangeOutcome.Kind;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class ChangeLaneTest {

    private static final int CAPACITY = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ChangeOutcome DONE = new ChangeOutcome(Kind.CHANGED, 1L, null);

    private final ChangeLane lane =
            new ChangeLane(
                    new ChangingProperties(
                            1, CAPACITY, Duration.ofMillis(200), Duration.ofSeconds(1)));
    private final Sinks.One<ChangeOutcome> held = Sinks.one();
    private final ConcurrentLinkedQueue<Integer> begun = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() {
        lane.start();
    }

    @Test
    void eachShouldBeginWhenTheOneBeforeHasEnded() {
        var first = inTurn(0, held.asMono());
        var others = IntStream.range(1, 4).mapToObj(i -> inTurn(i, Mono.just(DONE))).toList();
        Awaitility.await().until(() -> begun.contains(0));
        assertThat(begun).containsExactly(0);
        assertThat(lane.isIdle()).isFalse();

        held.tryEmitValue(DONE).orThrow();

        assertThat(first.join()).isEqualTo(DONE);
        others.forEach(other -> assertThat(other.join()).isEqualTo(DONE));
        assertThat(begun).containsExactly(0, 1, 2, 3);
        Awaitility.await().until(lane::isIdle);
    }

    @Test
    void oneThatFailsShouldNotKeepTheNext() {
        var failed = inTurn(0, Mono.error(new IllegalStateException("broken")));
        var next = inTurn(1, Mono.just(DONE));

        assertThatThrownBy(failed::join).hasRootCauseMessage("broken");
        assertThat(next.join()).isEqualTo(DONE);
    }

    @Test
    void oneThatTakesTooLongShouldBeUnknownAndNotKeepTheNext() {
        var slow = inTurn(0, Mono.never());
        var next = inTurn(1, Mono.just(DONE));

        assertThatThrownBy(slow::join).hasCauseInstanceOf(TimeoutException.class);
        assertThat(next.join()).isEqualTo(DONE);
    }

    @Test
    void whatComesWhenTooMuchWaitsShouldBeRefusedAtOnce() {
        var first = inTurn(0, held.asMono());
        Awaitility.await().until(() -> begun.contains(0));
        var waiting =
                IntStream.rangeClosed(1, CAPACITY)
                        .mapToObj(i -> inTurn(i, Mono.just(DONE)))
                        .toList();

        expectRefused(inTurn(9, Mono.just(DONE)));
        held.tryEmitValue(DONE).orThrow();

        assertThat(first.join()).isEqualTo(DONE);
        waiting.forEach(done -> assertThat(done.join()).isEqualTo(DONE));
        assertThat(begun).doesNotContain(9);
    }

    @Test
    void whatWaitsShouldBeDoneAfterTheStopAndNothingElse() {
        var first = inTurn(0, held.asMono());
        var second = inTurn(1, Mono.just(DONE));
        lane.stop();

        expectRefused(inTurn(2, Mono.just(DONE)));
        held.tryEmitValue(DONE).orThrow();

        assertThat(List.of(first.join(), second.join())).containsOnly(DONE);
        assertThat(begun).containsExactly(0, 1);
    }

    @Test
    void whatHasComeShouldBeDoneAlthoughNobodyWaits() {
        inTurn(0, held.asMono());
        Awaitility.await().until(() -> begun.contains(0));
        inTurn(1, Mono.just(DONE)).cancel(true);
        held.tryEmitValue(DONE).orThrow();

        Awaitility.await().atMost(PATIENCE).until(() -> begun.contains(1));
    }

    private static void expectRefused(CompletableFuture<ChangeOutcome> refused) {
        assertThatThrownBy(refused::join)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> {
                            assertThat(problem.type()).isEqualTo(ProblemTypes.SERVICE_UNAVAILABLE);
                            assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                        });
    }

    private CompletableFuture<ChangeOutcome> inTurn(int number, Mono<ChangeOutcome> work) {
        return lane.inTurn(
                        Mono.defer(
                                () -> {
                                    begun.add(number);
                                    return work;
                                }))
                .toFuture();
    }
}
