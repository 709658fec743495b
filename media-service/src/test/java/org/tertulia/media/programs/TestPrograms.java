package org.tertulia.media.programs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tertulia.media.config.PreviewProperties;

/** Runs ffmpeg for tests, to make what is looked into and to look at what became of it. */
public final class TestPrograms {

    private TestPrograms() {}

    public static Programs programs(PreviewProperties properties) {
        return new Programs(new ProgramLimits(properties), properties);
    }

    /** Fails when ffmpeg does. */
    public static void ffmpeg(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        run(command);
    }

    /** All that ffprobe tells of a file. */
    public static String ffprobe(Path file) throws Exception {
        return run(
                List.of(
                        "ffprobe",
                        "-v",
                        "error",
                        "-show_format",
                        "-show_streams",
                        file.toString()));
    }

    private static String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + printed);
        }
        return printed;
    }
}
