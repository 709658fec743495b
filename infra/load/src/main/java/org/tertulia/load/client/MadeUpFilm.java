package org.tertulia.load.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A film as a phone might make it, with picture and sound, long enough that looking into it takes a while.
 *
 * @param seconds how long it is
 */
public record MadeUpFilm(int seconds) {
    private static final String PROGRAM = "ffmpeg";
    private static final long LIMIT_SECONDS = 60;

    /** Whether films can be made here. The suite, on the same machine, can look into them then too. */
    public static boolean canBeMade() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    /** The file, an MP4. */
    public byte[] mp4() throws InterruptedException {
        try {
            var file = Files.createTempFile("film", ".mp4");
            try {
                make(file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path file) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                PROGRAM,
                                "-v",
                                "error",
                                "-y",
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=duration=%d:size=1280x720:rate=25".formatted(seconds),
                                "-f",
                                "lavfi",
                                "-i",
                                "sine=duration=%d".formatted(seconds),
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new IOException(PROGRAM + " made no film");
        }
    }
}
