package org.tertulia.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ProgramTest {
    @TempDir private Path folder;

    @Test
    void theProgramShouldBeTheWholeJarUnderItsVersion() throws Exception {
        var program = S3Program.in(folder);

        assertThat(program.jar().getFileName().toString())
                .matches("s3proxy-\\d+\\.\\d+\\.\\d+.jar");
        try (var jar = new ZipFile(program.jar().toFile())) {
            assertThat(jar.getEntry("org/gaul/s3proxy/Main.class")).isNotNull();
            assertThat(jar.getEntry("ch/qos/logback/classic/Logger.class")).isNotNull();
        }
    }

    @Test
    void theProgramShouldBeUnpackedOnceAndLeaveNothingElse() throws Exception {
        var first = S3Program.in(folder);
        var made = Files.getLastModifiedTime(first.jar());

        assertThat(S3Program.in(folder)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first.jar())).isEqualTo(made);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(first.jar());
        }
    }
}
