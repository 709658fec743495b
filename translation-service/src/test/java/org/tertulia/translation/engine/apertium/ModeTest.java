package org.tertulia.translation.engine.apertium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.translation.language.LanguagePair;

class ModeTest {

    @TempDir private Path folder;

    @Test
    void programsShouldBeReadAsTheyAreToRun() throws IOException {
        var file = folder.resolve("eng-spa.mode");
        Files.writeString(
                file,
                "lt-proc '/a b/x.bin' | apertium-tagger -g $2 '/a/x.prob' | apertium-pretransfer | lt-proc $1 '/a/y.bin'\n");
        assertThat(Mode.read(file))
                .isEqualTo(
                        new Mode(
                                LanguagePair.of("en", "es"),
                                List.of(
                                        List.of("lt-proc", "-z", "/a b/x.bin"),
                                        List.of("apertium-tagger", "-z", "-g", "/a/x.prob"),
                                        List.of("apertium-pretransfer", "-z"),
                                        List.of("lt-proc", "-z", "-n", "/a/y.bin"))));
    }

    @ParameterizedTest
    @CsvSource({"spa-cat, es, ca", "ast-spa, ast, es", "en-gl, en, gl", "por-eus, pt, eu"})
    void itsLanguagesShouldBeThoseOfItsName(String name, String from, String to)
            throws IOException {
        var file = folder.resolve(name + ".mode");
        Files.writeString(file, "cat");
        assertThat(Mode.isMode(file)).isTrue();
        assertThat(Mode.read(file).pair()).isEqualTo(LanguagePair.of(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README", "spa-eng_US.mode", "eng-spa-tagger.mode", "eng.mode", "x.mode~"})
    void whatIsNoPlainPairShouldBeLeftOut(String name) {
        assertThat(Mode.isMode(Path.of(name))).isFalse();
    }
}
