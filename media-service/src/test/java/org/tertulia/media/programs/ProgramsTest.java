package org.tertulia.media.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.media.MediaFixtures;

class ProgramsTest {

    @TempDir Path folder;

    private final Programs programs = programs(Duration.ofSeconds(20));

    @Test
    void whatAProgramPrintsShouldCome() throws IOException {
        assertThat(text(run("printf hello; pwd"))).isEqualTo("hello" + folder.toRealPath() + "\n");
    }

    @Test
    void aProgramShouldGetNothingOfOurs() throws IOException {
        assertThat(text(run("env | cut -d = -f 1 | sort"))).doesNotContain("HOME", "JAVA");
        assertThat(text(run("cat"))).isEmpty();
    }

    @Test
    void aFailureShouldSayWhy() {
        assertThatThrownBy(() -> run("echo no such film >&2; exit 3"))
                .isInstanceOf(ProgramFailed.class)
                .hasMessageContaining("(3)")
                .hasMessageContaining("no such film");
    }

    @Test
    void aProgramThatSaysTooMuchOfItsFailureShouldNotBeHeardToTheEnd() {
        assertThatThrownBy(() -> run("yes >&2 & sleep 0.3; kill $!; exit 1"))
                .isInstanceOf(ProgramFailed.class)
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(3_000));
    }

    @Test
    void aProgramThatPrintsTooMuchShouldEnd() {
        assertThatThrownBy(() -> run("echo $$ > pid; exec yes"))
                .isInstanceOf(ProgramFailed.class)
                .hasMessageContaining("too much");
        assertThat(isAlive("pid")).isFalse();
    }

    @Test
    void aProgramShouldEndWithItsChildrenWhenItsTimeIsUp() {
        var hasty = programs(Duration.ofMillis(700));

        assertThatThrownBy(
                        () -> hasty.run(command("sleep 60 & echo $! > child; echo $$ > pid; wait")))
                .isInstanceOf(ProgramFailed.class)
                .hasMessageContaining("longer than");

        assertThat(isAlive("pid")).isFalse();
        Awaitility.await().until(() -> !isAlive("child"));
    }

    @Test
    void aProgramShouldEndWhenItsThreadIsInterrupted() throws InterruptedException {
        var failure = new AtomicReference<Throwable>();
        var thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        run("echo $$ > pid; exec sleep 60");
                                    } catch (IOException e) {
                                        failure.set(e);
                                    }
                                });
        Awaitility.await().until(() -> isAlive("pid"));

        thread.interrupt();
        thread.join(Duration.ofSeconds(10));

        assertThat(failure.get()).isInstanceOf(InterruptedIOException.class);
        assertThat(isAlive("pid")).isFalse();
    }

    @Test
    void aProgramThatSomebodyEndedShouldNotBeToBlame() {
        assertThatThrownBy(() -> run("kill -9 $$")).isInstanceOf(ProgramKilled.class);
        assertThatThrownBy(() -> run("kill -15 $$")).isInstanceOf(ProgramKilled.class);
        assertThatThrownBy(() -> run("kill -11 $$")).isInstanceOf(ProgramFailed.class);
    }

    @Test
    void aProgramShouldBeFoundOnThePathOrAtItsPlace() {
        assertThat(Programs.find("sh")).isPresent();
        assertThat(Programs.find("/bin/sh")).contains(Path.of("/bin/sh"));
        assertThat(Programs.find("no-such-program")).isEmpty();
        assertThat(Programs.find("/bin/no-such-program")).isEmpty();
    }

    private byte[] run(String script) throws IOException {
        return programs.run(command(script));
    }

    private ProgramRun command(String script) {
        return new ProgramRun(List.of("/bin/sh", "-c", script), folder, 1_000_000, 100_000);
    }

    private static Programs programs(Duration limit) {
        var properties = MediaFixtures.properties(limit, "ffmpeg");
        return new Programs(new ProgramLimits(properties), properties);
    }

    /** One that has ended, and of which nobody has taken notice yet, has no command any more. */
    private boolean isAlive(String file) {
        try {
            var written = Files.readString(folder.resolve(file)).strip();
            return !written.isEmpty()
                    && ProcessHandle.of(Long.parseLong(written))
                            .flatMap(process -> process.info().command())
                            .isPresent();
        } catch (IOException notWritten) {
            return false;
        }
    }

    private static String text(byte[] printed) {
        return new String(printed, StandardCharsets.UTF_8);
    }
}
