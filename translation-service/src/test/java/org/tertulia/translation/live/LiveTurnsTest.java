package org.tertulia.translation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.MutableClock;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.messages.SaidText;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class LiveTurnsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Language ENGLISH = new Language("en");
    private static final int MANY = 10_000;

    private final MutableClock clock = MutableClock.atNoon();
    private final List<Long> begun = new CopyOnWriteArrayList<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private final LiveTurns turns =
            new LiveTurns(
                    new LiveProperties(2, 2, 2, MANY, Duration.ofSeconds(30)),
                    this::doing,
                    dropped::incrementAndGet,
                    clock);

    private final Sinks.Empty<Void> end = Sinks.empty();

    private Mono<Void> doing(LiveWork work) {
        begun.add(work.said().message());
        return end.asMono();
    }

    @AfterEach
    void end() {
        turns.stop();
    }

    @Test
    void stoppingWithMuchThatWaitsShouldBeginNothingOfIt() {
        turns.start();
        for (int seq = 1; seq <= MANY; seq++) {
            want(seq);
        }
        await().atMost(PATIENCE).until(() -> begun.size() == 2);

        turns.stop();

        assertThat(turns.isRunning()).isFalse();
        assertThat(begun).hasSize(2);
    }

    @Test
    void whatIsWantedWhenItIsStoppedShouldBeDropped() {
        want(1);

        assertThat(dropped).hasValue(1);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void whatHasBecomeLateWhileItWaitedShouldBeDropped() {
        turns.start();
        for (int seq = 1; seq <= 4; seq++) {
            want(seq);
        }
        await().atMost(PATIENCE).until(() -> begun.size() == 2);
        clock.advance(Duration.ofSeconds(31));
        want(5);

        end.tryEmitEmpty();

        await().atMost(PATIENCE).until(() -> begun.size() == 3);
        assertThat(begun.getLast()).isEqualTo(5);
        assertThat(dropped).hasValue(2);
        assertThat(turns.waiting()).isZero();
    }

    private void want(long seq) {
        var said = new SaidText(new ChatId(UUID.randomUUID()), seq, 1, "Hola");
        turns.want(new LiveWork(said, ENGLISH, clock.instant()));
    }
}
