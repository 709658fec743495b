package org.tertulia.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class WriteTurnsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final WriteTurns turns = new WriteTurns(2);
    private final List<String> begun = new ArrayList<>();

    @Test
    void thoseOverTheNumberShouldWaitInTheOrderTheyCame() {
        var a = begin("a");
        var b = begin("b");
        begin("c");
        begin("d");
        assertThat(begun).containsExactly("a", "b");

        b.tryEmitEmpty();
        assertThat(begun).containsExactly("a", "b", "c");
        a.tryEmitEmpty();
        assertThat(begun).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aWriteThatFailsShouldGiveItsTurnToTheNext() {
        var a = begin("a");
        begin("b");
        begin("c");

        a.tryEmitError(new IllegalStateException("no"));

        assertThat(begun).containsExactly("a", "b", "c");
    }

    @Test
    void aWriteThatIsCancelledShouldGiveItsTurnToTheNext() {
        begin("a");
        var b = turns.run(write("b", Sinks.empty())).subscribe();
        begin("c");

        b.dispose();

        assertThat(begun).containsExactly("a", "b", "c");
    }

    @Test
    void whoIsCancelledWhileWaitingShouldNotHoldUpOthers() {
        var a = begin("a");
        begin("b");
        var c = turns.run(write("c", Sinks.empty())).subscribe();
        begin("d");
        begin("e");

        c.dispose();
        a.tryEmitEmpty();

        assertThat(begun).containsExactly("a", "b", "d");
    }

    @Test
    void neverMoreThanTheNumberShouldRunAtOnce() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var write =
                Mono.defer(
                                () -> {
                                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                    return Mono.delay(Duration.ofNanos(random(100_000)));
                                })
                        .doOnTerminate(running::decrementAndGet);

        many(() -> turns.run(write));

        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void whoIsCancelledWhileItIsGivenItsTurnShouldGiveItBackOnce() {
        many(
                () ->
                        turns.run(Mono.delay(Duration.ofNanos(random(100_000))))
                                .take(Duration.ofNanos(random(2_000_000))));

        begin("one");
        begin("two");
        begin("three");
        assertThat(begun).containsExactly("one", "two");
    }

    private static void many(Supplier<Mono<?>> run) {
        Flux.range(0, 20_000)
                .flatMap(_ -> run.get().subscribeOn(Schedulers.parallel()), 64)
                .then()
                .block(LIMIT);
    }

    private Sinks.Empty<Void> begin(String name) {
        Sinks.Empty<Void> end = Sinks.empty();
        turns.run(write(name, end)).onErrorComplete().subscribe();
        return end;
    }

    private Mono<Void> write(String name, Sinks.Empty<Void> end) {
        return Mono.defer(
                () -> {
                    begun.add(name);
                    return end.asMono();
                });
    }

    private static long random(int below) {
        return ThreadLocalRandom.current().nextInt(below);
    }
}
