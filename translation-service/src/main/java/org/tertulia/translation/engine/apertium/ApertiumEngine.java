package org.tertulia.translation.engine.apertium;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.language.LanguagePair;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Translates with the pairs of Apertium that are installed on this machine, offline. Programs of a direction are started
 * with its first text and ended when none has come for a while. Where nothing is installed it has no directions.
 *
 * <p>Fails with {@link EngineFailed}: unavailable when too many wait, timeout, garbled, refused for a direction that it has
 * not or a text that is too long.
 */
@Component
public final class ApertiumEngine implements TranslationEngine, SmartLifecycle {

    /** What it is called. */
    public static final String NAME = "apertium";

    /** Before the web server in starting, which begins 2,048 below the default. */
    private static final int PHASE = DEFAULT_PHASE - 4_096;

    private final ApertiumProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private final InstalledModes modes;
    private final Map<LanguagePair, Direction> directions = new ConcurrentHashMap<>();
    private final Disposable.Swap upkeep = Disposables.swap();
    private final Places places;
    private volatile boolean running;
    private volatile boolean stopped;

    ApertiumEngine(ApertiumProperties properties, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        this.modes = new InstalledModes(properties.modes());
        this.places = new Places(properties.maxPipes(), properties.timeLimit());
        meters.gauge("translation.apertium.pipes", this, ApertiumEngine::runningPipes);
        modes.look();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<LanguagePair> pairs() {
        return modes.known().keySet();
    }

    @Override
    public Mono<MarkedText> translate(LanguagePair pair, MarkedText text) {
        return Mono.defer(() -> direction(pair, text).translate(text));
    }

    private Direction direction(LanguagePair pair, MarkedText text) {
        var mode = modes.known().get(pair);
        if (mode == null || text.plain().length() > properties.maxCharacters()) {
            throw new EngineFailed(
                    Cause.REFUSED, mode == null ? "It has not " + pair : "The text is too long");
        }
        if (stopped) {
            throw new EngineFailed(Cause.UNAVAILABLE, "It is stopped");
        }
        return directions.computeIfAbsent(pair, _ -> direction(mode));
    }

    private Direction direction(Mode mode) {
        return new Direction(mode, properties, clock, meters, places, this::makeRoom);
    }

    /** Has the direction end that was not used for the longest time, of those that are not about to. */
    private synchronized void makeRoom() {
        directions.values().stream()
                .filter(direction -> direction.isRunning() && !direction.isEnding())
                .min(Comparator.comparing(Direction::lastUsed))
                .ifPresent(Direction::endInTurn);
    }

    private long runningPipes() {
        return directions.values().stream().filter(Direction::isRunning).count();
    }

    @Override
    public void start() {
        stopped = false;
        running = true;
        Scheduler thread = Schedulers.newSingle("apertium-upkeep", true);
        var period = properties.lookEvery().toMillis();
        var unused =
                thread.schedulePeriodically(this::keepUp, period, period, TimeUnit.MILLISECONDS);
        upkeep.update(thread);
    }

    /** Looks what is installed, ends what is so no more or in another way, and what nobody uses. */
    void keepUp() {
        modes.look();
        directions.forEach(this::dropUnlessInstalled);
        var since = clock.instant().minus(properties.idle());
        directions.values().forEach(direction -> direction.endIfUnusedSince(since));
    }

    private void dropUnlessInstalled(LanguagePair pair, Direction direction) {
        if (!direction.mode().equals(modes.known().get(pair))
                && directions.remove(pair, direction)) {
            direction.close();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        running = false;
        upkeep.update(Disposables.disposed());
        directions.values().forEach(Direction::close);
        directions.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server and the listeners, which may still want something translated. */
    @Override
    public int getPhase() {
        return PHASE;
    }
}
