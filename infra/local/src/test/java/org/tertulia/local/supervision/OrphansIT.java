package org.tertulia.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.local.TemporarySuite;
import org.tertulia.local.home.RunRecord;

/** What happens after a launcher was killed and could not stop its parts. */
class OrphansIT {
    private static final String PARTS = "postgresql,kafka";

    @TempDir private Path folder;

    @Test
    void theNextStartShouldEndWhatAKilledLauncherLeftAndStartOnTheSameData() throws Exception {
        var temporary = new TemporarySuite(folder);
        var orphans = killALauncherOf(temporary);

        try (var running =
                RunningSuite.start(temporary.of(PARTS.split(",")), TemporarySuite.silent())) {
            assertThat(running.awaitReady()).isTrue();
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        }
        assertThat(RunRecord.all(temporary.home())).isEmpty();
    }

    @Test
    void aProcessThatWasNotStartedHereShouldBeLeftAlone() throws Exception {
        var temporary = new TemporarySuite(folder);
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            var actual = RunRecord.of("kafka", stranger.toHandle(), 1);
            var recycled =
                    new RunRecord("kafka", actual.pid(), actual.startedAt() - 60_000, 1, null);
            recycled.save(temporary.home());

            assertThat(Orphans.end(temporary.home())).isEmpty();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(RunRecord.all(temporary.home())).isEmpty();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    private static List<ProcessHandle> killALauncherOf(TemporarySuite temporary) throws Exception {
        var launcher =
                new ProcessBuilder(temporary.launcherCommand("up", PARTS))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        awaitTrue(() -> suite(temporary).filter(SuiteStatus::ready).isPresent());
        var parts =
                RunRecord.all(temporary.home()).stream()
                        .flatMap(it -> it.process().stream())
                        .toList();
        launcher.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(parts).hasSize(2).allMatch(ProcessHandle::isAlive);
        return parts;
    }

    private static Optional<SuiteStatus> suite(TemporarySuite temporary) {
        return ControlSocket.ask(temporary.home(), "status", null).map(ControlSocket.Answer::suite);
    }

    private static void awaitTrue(BooleanSupplier condition) {
        var board = new Board();
        var attempts = 600;
        while (attempts > 0 && !board.await(condition, Duration.ofMillis(100))) {
            attempts--;
        }
        assertThat(attempts).as("tenths of a second left").isPositive();
    }
}
