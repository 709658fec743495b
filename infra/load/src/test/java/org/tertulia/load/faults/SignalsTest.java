package org.tertulia.load.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Signals signals = new Signals();
    private Process process;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc");
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aPausedProcessShouldStandStillAndGoOn() throws Exception {
        var pausing =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        signals.pause(process.toHandle(), Duration.ofSeconds(1));
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        await().atMost(LIMIT).until(() -> state().equals("T"));
        pausing.join();

        await().atMost(LIMIT).until(() -> state().equals("S"));
    }

    @Test
    void aKilledProcessShouldEndAtOnce() throws InterruptedException {
        signals.kill(process.toHandle());

        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 9);
    }

    /** The one letter by which Linux tells what a process does. */
    private String state() throws IOException {
        var line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return line.substring(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3);
    }
}
