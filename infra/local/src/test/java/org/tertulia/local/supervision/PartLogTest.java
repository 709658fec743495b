package org.tertulia.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartLogTest {
    @TempDir private Path folder;

    @Test
    void itShouldKeepAllAndRememberTheEnd() {
        var file = folder.resolve("part.log");
        var log = new PartLog(file, () -> {});

        log.follow(text("one\ntwo\nthree\n"));

        assertThat(file).hasContent("one\ntwo\nthree\n");
        assertThat(log.lastLines(2)).containsExactly("two", "three");
    }

    @Test
    void aLaterProcessShouldGoOnInTheSameFile() {
        var file = folder.resolve("part.log");
        new PartLog(file, () -> {}).follow(text("former\n"));

        new PartLog(file, () -> {}).follow(text("latter\n"));

        assertThat(file).hasContent("former\nlatter\n");
    }

    @Test
    void whatAPartPrintsShouldNeverTakeMoreThanTwoFiles() throws Exception {
        var file = folder.resolve("part.log");
        var line = "x".repeat(1023) + "\n";

        new PartLog(file, () -> {}).follow(text(line.repeat(20 * 1024)));

        assertThat(Files.size(file)).isLessThanOrEqualTo(8L << 20);
        assertThat(Files.size(folder.resolve("part.log.1"))).isLessThanOrEqualTo((8L << 20) + 1024);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
