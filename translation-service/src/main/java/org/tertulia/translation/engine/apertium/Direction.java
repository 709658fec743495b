package org.tertulia.translation.engine.apertium;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.MarkedText;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One direction: texts wait for their turn, and one after the other goes through the pipe, on a thread of its own. A pipe
 * that has lost a program, answers something else or takes too long is ended, and replaced by the next text.
 */
final class Direction implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Direction.class);

    private static final int TOKEN_BYTES = 8;
    private static final int THREAD_IDLE_SECONDS = 60;

    /** A program that was killed is known to be dead within a few milliseconds (measured: under 5). */
    private static final Duration DYING = Duration.ofMillis(50);

    private final Mode mode;
    private final ApertiumProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Places places;
    private final Runnable makeRoom;
    private final Scheduler turns;
    private final Watchdog watchdog;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<@Nullable Pipe> pipe = new AtomicReference<>();

    /** Fails when the programs are ended for good. */
    private final Sinks.Empty<Void> end = Sinks.empty();

    private volatile Instant lastUsed;
    private volatile boolean ending;
    private volatile boolean closed;

    /**
     * @param mode the direction, and its programs
     * @param places where its pipe needs one of
     * @param makeRoom has another direction give its place back
     */
    Direction(
            Mode mode,
            ApertiumProperties properties,
            Clock clock,
            MeterRegistry meters,
            Places places,
            Runnable makeRoom) {
        this.mode = mode;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        this.places = places;
        this.makeRoom = makeRoom;
        this.watchdog = new Watchdog(properties.timeLimit());
        this.lastUsed = clock.instant();
        this.turns =
                Schedulers.newBoundedElastic(
                        1,
                        properties.maxWaiting(),
                        "apertium-" + mode.pair().from() + "-" + mode.pair().to(),
                        THREAD_IDLE_SECONDS,
                        true);
    }

    Mode mode() {
        return mode;
    }

    /**
     * Answers within twice the time limit, the turns of others included; what is done with the answer does not keep the
     * next text waiting. Fails with {@link EngineFailed}, at once when the programs are ended for good.
     */
    Mono<MarkedText> translate(MarkedText text) {
        return Mono.defer(() -> closed ? Mono.error(stopped()) : begin(text));
    }

    private Mono<MarkedText> begin(MarkedText text) {
        return Mono.fromCallable(() -> inTurn(text))
                .subscribeOn(turns)
                .publishOn(Schedulers.parallel())
                .takeUntilOther(end.asMono())
                .timeout(properties.timeLimit().multipliedBy(2))
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> new EngineFailed(Cause.UNAVAILABLE, "Too many wait", full))
                .onErrorMap(
                        TimeoutException.class,
                        late -> new EngineFailed(Cause.TIMEOUT, "Its turn did not come", late));
    }

    boolean isRunning() {
        return pipe.get() != null;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    /** Ends the programs after the texts that wait, unless one of them is newer. */
    void endIfUnusedSince(Instant moment) {
        if (isRunning() && !lastUsed.isAfter(moment)) {
            inTurn(
                    () -> {
                        if (!lastUsed.isAfter(moment)) {
                            end();
                        }
                    });
        }
    }

    /** Ends the programs after the texts that wait; the next one starts them again. */
    void endInTurn() {
        ending = true;
        if (!inTurn(this::end)) {
            ending = false;
        }
    }

    /** Whether it was told to end, and has not come to it. */
    boolean isEnding() {
        return ending;
    }

    private boolean inTurn(Runnable task) {
        try {
            var unused = turns.schedule(task);
            return true;
        } catch (RejectedExecutionException full) {
            log.debug("The pipe {} has too much to do to be ended", mode.pair());
            return false;
        }
    }

    /** Ends the programs at once, and for good; the texts that wait fail. */
    @Override
    public void close() {
        closed = true;
        end.tryEmitError(stopped());
        turns.dispose();
        end();
    }

    private static EngineFailed stopped() {
        return new EngineFailed(Cause.UNAVAILABLE, "It is being stopped");
    }

    /** A program that has died is no fault of the text: it is tried once more, with new ones. */
    private MarkedText inTurn(MarkedText text) {
        // A subscriber that goes leaves an interrupt behind, which is not for the text that comes
        // next.
        var unused = Thread.interrupted();
        lastUsed = clock.instant();
        try {
            return exchange(text);
        } catch (IOException broken) {
            log.debug("Once more, with new programs: {}", broken.toString());
        }
        try {
            return exchange(text);
        } catch (IOException broken) {
            throw new EngineFailed(Cause.UNAVAILABLE, "The programs end again and again", broken);
        }
    }

    /**
     * @throws IOException when a program has died
     */
    private MarkedText exchange(MarkedText text) throws IOException {
        var request = new PipeText(token(), text);
        var running = running();
        watchdog.watch(running);
        try {
            return request.read(running.exchange(request.request()));
        } catch (EngineFailed garbled) {
            throw afterGarbled(running, garbled);
        } catch (IOException broken) {
            throw afterBroken(running, broken);
        } finally {
            watchdog.rest();
        }
    }

    /** What a dying program leaves is no answer either, but it is not the text that did it. */
    private IOException afterGarbled(Pipe running, EngineFailed garbled) {
        if (running.breaksWithin(DYING)) {
            return afterBroken(running, new IOException("A program has ended", garbled));
        }
        replace("garbled", garbled);
        throw garbled;
    }

    private IOException afterBroken(Pipe running, IOException broken) {
        if (closed) {
            throw new EngineFailed(Cause.UNAVAILABLE, "It is being stopped", broken);
        }
        if (running.isKilled()) {
            replace("timeout", broken);
            throw new EngineFailed(Cause.TIMEOUT, "It took too long", broken);
        }
        replace("broken", broken);
        return broken;
    }

    private Pipe running() throws IOException {
        var running = pipe.get();
        if (running != null && running.isWhole()) {
            return running;
        }
        if (running != null) {
            replace("ended", new IOException("A program has ended meanwhile"));
        }
        places.take(makeRoom);
        return started();
    }

    /** With the place that was taken for it, which is its own from then on; what can not be started gives it back. */
    private Pipe started() throws IOException {
        var started = startedOrPlaceGivenBack();
        pipe.set(started);
        if (closed) {
            end();
            throw stopped();
        }
        return started;
    }

    private Pipe startedOrPlaceGivenBack() throws IOException {
        var holds = false;
        try {
            var started = Pipe.start(mode);
            holds = true;
            return started;
        } finally {
            if (!holds) {
                places.giveBack();
            }
        }
    }

    private void replace(String reason, Exception error) {
        log.warn("The pipe {} is replaced: {}", mode.pair(), error.toString());
        meters.counter("translation.apertium.replaced", "reason", reason).increment();
        end();
    }

    private void end() {
        var running = pipe.getAndSet(null);
        ending = false;
        if (running != null) {
            running.close();
            places.giveBack();
        }
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
