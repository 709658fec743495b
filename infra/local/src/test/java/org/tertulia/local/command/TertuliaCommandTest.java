package org.tertulia.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TertuliaCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path home;

    @Test
    void anUnknownCommandShouldExitWith64() {
        assertThat(run("upp")).isEqualTo(64);
        assertThat(err.toString()).contains("upp", "./tertulia up");
    }

    @Test
    void anUnknownOptionShouldExitWith64() {
        assertThat(run("up", "--fast")).isEqualTo(64);
        assertThat(err.toString()).contains("--fast");
    }

    @Test
    void anUnknownPartShouldBeToldByName() {
        assertThat(run("up", "--home=" + home, "--only=parrot")).isEqualTo(1);
        assertThat(err.toString()).contains("No part is called parrot");
    }

    @Test
    void statusShouldExitWith3WhenNothingRuns() {
        assertThat(run("status", "--home=" + home)).isEqualTo(3);
        assertThat(out.toString()).contains("Nothing is running");
    }

    @Test
    void downShouldSayThatNothingRuns() {
        assertThat(run("down", "--home=" + home)).isZero();
        assertThat(out.toString()).contains("Nothing is running");
    }

    @Test
    void logsOfAnUnknownPartShouldNameThoseThatHaveSome() {
        assertThat(run("logs", "parrot", "--home=" + home)).isEqualTo(1);
        assertThat(err.toString()).contains("There are no logs yet");
    }

    private int run(String... arguments) {
        return TertuliaCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
