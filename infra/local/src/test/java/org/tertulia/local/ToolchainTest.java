package org.tertulia.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell functions that find what building and running need. */
class ToolchainTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    private record Outcome(int exitCode, String output) {}

    @Test
    void aJdk25ShouldBeFoundWhateverTheDefaultJavaIs() throws Exception {
        var outcome = bash("JAVA_HOME=/nowhere; require_jdk && cat \"$JAVA_HOME/release\"");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("JAVA_VERSION=\"25");
    }

    @Test
    void aMissingJdkShouldBeToldWithWhatToDo() throws Exception {
        var outcome = bash("JDK_VERSION=99; JAVA_HOME=/nowhere; require_jdk; echo found");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("needs a JDK 99", "sdk install java 99", "export JAVA_HOME=")
                .doesNotContain("found");
    }

    @ParameterizedTest
    @CsvSource({"3.8.7, 3.8.7, 0", "3.9.1, 3.8.7, 0", "3.10.0, 3.9.9, 0", "3.8.6, 3.8.7, 1"})
    void versionsShouldBeComparedByNumber(String have, String need, int exitCode) throws Exception {
        assertThat(bash("at_least %s %s".formatted(have, need)).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void aMissingApertiumShouldBeToldWithWhatToDoAndHoldNobodyUp() throws Exception {
        var outcome =
                bash("has_apertium() { false; }; install_packages() { false; }; offer_apertium");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .containsOnlyOnce("sudo apt-get install apertium apertium-eng-spa");
    }

    @Test
    void apertiumShouldNotBeOfferedWhenAnotherEngineIsConfigured() throws Exception {
        var outcome =
                bash(
                        "has_apertium() { false; }; install_packages() { echo installed; };"
                                + " TERTULIA_TRANSLATION_ENGINES=deepl offer_apertium");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).isEmpty();
    }

    private static Outcome bash(String script) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(List.of("bash", "-c", ". ./toolchain.sh; " + script))
                        .directory(MODULE.toFile())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
