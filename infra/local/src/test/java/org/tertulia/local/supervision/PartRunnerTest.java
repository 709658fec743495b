package org.tertulia.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.local.home.Home;
import org.tertulia.local.part.Launch;
import org.tertulia.local.part.Layer;
import org.tertulia.local.part.Part;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.part.Port;

class PartRunnerTest {
    @TempDir private Path folder;

    private final Board board = new Board();
    private final BlockingQueue<PartStatus> seen = new LinkedBlockingQueue<>();
    private @Nullable PartRunner runner;

    /** A part that is a line of shell. */
    private record ShellPart(String script, boolean answers) implements Part {
        @Override
        public String name() {
            return "parrot";
        }

        @Override
        public List<Port> ports() {
            return List.of(new Port("parrot", 1));
        }

        @Override
        public Layer layer() {
            return Layer.SERVICE;
        }

        @Override
        public Set<String> needs() {
            return Set.of();
        }

        @Override
        public Launch prepare() {
            if (script.isEmpty()) {
                throw new PartFailure("There is no parrot");
            }
            return new Launch(List.of("sh", "-c", script), Map.of());
        }

        @Override
        public boolean answers(ProcessHandle process) {
            return answers;
        }
    }

    @AfterEach
    void stop() {
        var last = runner;
        if (last != null) {
            last.wantStopped();
            board.await(() -> last.state().isAtRest(), Duration.ofSeconds(10));
            last.close();
        }
    }

    @Test
    void aPartThatAnswersShouldBecomeReadyAndStayStoppedWhenStopped() throws Exception {
        var running = start(new ShellPart("exec sleep 60", true));
        awaitState(PartState.READY);

        running.wantStopped();

        awaitState(PartState.STOPPING);
        assertThat(awaitState(PartState.STOPPED).pid()).isNull();
    }

    @Test
    void aPartThatDiesAfterItWasReadyShouldBeRestartedWithItsLastWordsTold() throws Exception {
        start(new ShellPart("echo I am ill; sleep 0.3; exit 7", true));
        awaitState(PartState.READY);

        var restarting = awaitState(PartState.RESTARTING);

        assertThat(restarting.note())
                .containsExactly("parrot ended with exit code 7", "  | I am ill");
        assertThat(awaitState(PartState.READY).restarts()).isEqualTo(1);
    }

    @Test
    void aPartThatNeverAnswersAndDiesShouldBeGivenUpAfterThreeTries() throws Exception {
        start(new ShellPart("echo bad settings; exit 1", false));

        var failed = awaitState(PartState.FAILED);

        assertThat(failed.restarts()).isEqualTo(2);
        assertThat(failed.note()).contains("  | bad settings");
    }

    @Test
    void aPartThatCannotBePreparedShouldFailAtOnceAndMayBeStartedAgain() throws Exception {
        var failing = start(new ShellPart("", false));
        assertThat(awaitState(PartState.FAILED).note()).containsExactly("There is no parrot");

        failing.wantRunning();

        assertThat(awaitState(PartState.FAILED).note()).containsExactly("There is no parrot");
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "7, 30000", "100, 30000"})
    void thePauseBeforeARestartShouldDoubleUpToHalfAMinute(int deaths, long millis) {
        assertThat(PartRunner.pauseAfter(deaths)).isEqualTo(Duration.ofMillis(millis));
    }

    private PartRunner start(Part part) {
        var home = Home.at(folder).create();
        var started = new PartRunner(part, home, board, () -> true, seen::add);
        runner = started;
        Thread.ofPlatform().daemon().start(started::run);
        return started;
    }

    private PartStatus awaitState(PartState state) throws InterruptedException {
        while (true) {
            var status = seen.poll(10, TimeUnit.SECONDS);
            assertThat(status).as("waiting for %s", state).isNotNull();
            if (status.state() == state) {
                return status;
            }
        }
    }
}
