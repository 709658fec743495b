package org.tertulia.local.supervision;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.home.Home;
import org.tertulia.local.part.Part;
import org.tertulia.local.part.PartFailure;

/**
 * Goes through one part's life on a thread of its own: waits for what it needs, starts it, waits for
 * its answer, watches it, and starts it again after a growing pause when it dies. A part that dies
 * three times without ever having answered is given up.
 */
final class PartRunner {
    /** Between probes; a part that prints something is probed at once. */
    private static final Duration PROBE_PAUSE = Duration.ofMillis(250);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Who has been ready for so long and then dies is started again at once. */
    private static final Duration STABLE = Duration.ofMinutes(1);

    private static final int GIVE_UP_AFTER = 3;
    private static final int STOP_SECONDS = 20;
    private static final int LAST_LINES = 12;

    private enum Wish {
        RUN,
        STOP,
        CLOSE
    }

    private final Part part;
    private final Home home;
    private final Board board;
    private final BooleanSupplier needsAreReady;
    private final Consumer<PartStatus> listener;

    private Wish wish = Wish.RUN;
    private PartState state = PartState.WAITING;
    private List<String> note = List.of();
    private @Nullable PartProcess process;
    private @Nullable Long readyMillis;
    private int restarts;
    private int deathsInARow;
    private boolean wasEverReady;

    PartRunner(
            Part part,
            Home home,
            Board board,
            BooleanSupplier needsAreReady,
            Consumer<PartStatus> listener) {
        this.part = part;
        this.home = home;
        this.board = board;
        this.needsAreReady = needsAreReady;
        this.listener = listener;
    }

    Part part() {
        return part;
    }

    /** To be read under the board's lock. */
    PartState state() {
        return state;
    }

    PartStatus status() {
        return board.read(this::statusNow);
    }

    /** The process while there is one. */
    @Nullable PartProcess process() {
        return board.read(() -> process);
    }

    void wantRunning() {
        board.change(
                () -> {
                    wish = Wish.RUN;
                    state = state.isAtRest() ? PartState.WAITING : state;
                });
    }

    void wantStopped() {
        board.change(() -> wish = Wish.STOP);
    }

    /** Ends the thread; to be called when the part has been stopped. */
    void close() {
        board.change(() -> wish = Wish.CLOSE);
    }

    /** The part's life, over and over, until closed. */
    void run() {
        while (awaitWish() == Wish.RUN) {
            liveOnce();
        }
    }

    private Wish awaitWish() {
        if (board.read(() -> wish == Wish.STOP && state != PartState.FAILED)) {
            become(PartState.STOPPED, List.of());
        }
        board.await(() -> wish != Wish.STOP);
        return board.read(() -> wish);
    }

    private boolean isWanted() {
        return board.read(() -> wish == Wish.RUN);
    }

    private void liveOnce() {
        become(PartState.WAITING, List.of());
        board.await(() -> wish != Wish.RUN || needsAreReady.getAsBoolean());
        try {
            if (isWanted()) {
                var launch = part.prepare();
                runOnce(PartProcess.start(home, part.name(), launch, part.mainPort(), this::wake));
            }
        } catch (PartFailure | UncheckedIOException e) {
            giveUp(String.valueOf(e.getMessage()).lines().toList());
        }
    }

    private void runOnce(PartProcess started) {
        board.change(() -> process = started);
        started.onExit(this::wake);
        become(PartState.STARTING, List.of());
        var readySince = 0L;
        try {
            if (answered(started)) {
                readySince = System.nanoTime();
                board.await(() -> isOver(started));
            }
        } finally {
            end(started);
        }
        if (isWanted()) {
            restartLater(started, readySince);
        }
    }

    /** Waits for the first answer; false when the process died or is not wanted any more. */
    private boolean answered(PartProcess started) {
        var start = System.nanoTime();
        while (!part.answers(started.handle())) {
            var printed = started.printedLines();
            board.await(() -> isOver(started) || started.printedLines() != printed, PROBE_PAUSE);
            if (board.read(() -> isOver(started))) {
                return false;
            }
        }
        part.complete();
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        started.ready(millis);
        board.change(
                () -> {
                    readyMillis = millis;
                    wasEverReady = true;
                });
        become(PartState.READY, List.of());
        return true;
    }

    private boolean isOver(PartProcess started) {
        return wish != Wish.RUN || !started.isAlive();
    }

    private void wake() {
        board.change(() -> {});
    }

    private void end(PartProcess started) {
        if (started.isAlive()) {
            become(PartState.STOPPING, List.of());
            stopProcess(started);
        }
        started.bury();
        board.change(
                () -> {
                    process = null;
                    readyMillis = null;
                });
    }

    private void stopProcess(PartProcess started) {
        try {
            part.stop(started.handle());
        } catch (PartFailure e) {
            started.handle().destroy();
        }
        if (!started.awaitExit(STOP_SECONDS, TimeUnit.SECONDS)) {
            started.handle().destroyForcibly();
            started.awaitExit(STOP_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void restartLater(PartProcess dead, long readySince) {
        var lastWords = dead.obituary(LAST_LINES);
        var wasStable = readySince != 0 && System.nanoTime() - readySince > STABLE.toNanos();
        deathsInARow = wasStable ? 1 : deathsInARow + 1;
        if (!wasEverReady && deathsInARow >= GIVE_UP_AFTER) {
            giveUp(lastWords);
            return;
        }
        board.change(() -> restarts++);
        become(PartState.RESTARTING, lastWords);
        board.await(() -> wish != Wish.RUN, pauseAfter(deathsInARow));
    }

    private void giveUp(List<String> why) {
        deathsInARow = 0;
        board.change(() -> wish = wish == Wish.CLOSE ? Wish.CLOSE : Wish.STOP);
        become(PartState.FAILED, why);
    }

    /** Half a second after the first death, twice as long after each further one. */
    static Duration pauseAfter(int deaths) {
        var doublings = Math.min(deaths - 1, 10);
        var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void become(PartState next, List<String> why) {
        board.change(
                () -> {
                    state = next;
                    note = why;
                });
        listener.accept(status());
    }

    private PartStatus statusNow() {
        var pid = process == null ? null : (Long) process.handle().pid();
        return new PartStatus(
                part.name(), state, part.mainPort(), pid, readyMillis, null, restarts, note);
    }
}
