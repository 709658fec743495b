package org.tertulia.local.part;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * Short names for contents, so that what was derived from a file is used for exactly that file.
 * Times do not serve: the build gives every jar the same one.
 */
final class Fingerprint {
    private static final int STREAM_START = 1 << 18;

    private Fingerprint() {}

    /** Of a jar: the names and checksums of its entries, which are read without unpacking it. */
    static String ofJar(Path jar) throws IOException {
        var sum = new CRC32();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .map(entry -> entry.getName() + ":" + entry.getCrc())
                    .sorted()
                    .forEach(it -> sum.update(it.getBytes(StandardCharsets.UTF_8)));
        }
        return hex(sum);
    }

    /** Of a compressed archive: its first 256 KiB, in which any two versions differ. */
    static String ofStart(InputStream archive) throws IOException {
        var sum = new CRC32();
        sum.update(archive.readNBytes(STREAM_START));
        return hex(sum);
    }

    /** Of a text. */
    static String ofText(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(sum);
    }

    private static String hex(CRC32 sum) {
        return "%08x".formatted(sum.getValue());
    }
}
