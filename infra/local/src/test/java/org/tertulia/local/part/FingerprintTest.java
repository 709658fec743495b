package org.tertulia.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir private Path folder;

    @Test
    void aJarWithOtherContentOfTheSameSizeShouldHaveAnother() throws Exception {
        var before = jar("a.jar", "hello");
        var after = jar("b.jar", "adieu");

        assertThat(Files.size(before)).isEqualTo(Files.size(after));
        assertThat(Fingerprint.ofJar(before)).isNotEqualTo(Fingerprint.ofJar(after));
    }

    @Test
    void aJarBuiltAgainFromTheSameShouldHaveTheSame() throws Exception {
        var before = jar("a.jar", "hello");
        var after = jar("b.jar", "hello");
        Files.setLastModifiedTime(after, FileTime.fromMillis(0));

        assertThat(Fingerprint.ofJar(before)).isEqualTo(Fingerprint.ofJar(after));
    }

    private Path jar(String name, String content) throws Exception {
        var jar = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("file"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
