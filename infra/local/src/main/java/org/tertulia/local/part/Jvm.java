package org.tertulia.local.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a JVM of the suite runs. Measured on two cores with all parts starting at once: the Serial
 * collector and the first compiler alone halve the time to start and the memory; a start-up cache
 * halves the time again. The parts that carry the load keep the optimising compiler.
 *
 * <p>The heap starts small: by default it would start at its full size on a machine with much
 * memory, and be kept there.
 *
 * @param heapMegabytes the largest heap
 * @param youngMegabytes the part of it for new objects; the smaller, the less memory is touched
 * @param optimising whether the second, optimising compiler may run
 */
record Jvm(int heapMegabytes, int youngMegabytes, boolean optimising) {
    private static final int FIRST_OLD_MEGABYTES = 28;

    private static final Path PROGRAM = Path.of(System.getProperty("java.home"), "bin", "java");

    /** The Java program this launcher itself runs on. */
    static String program() {
        return PROGRAM.toString();
    }

    /** The flags that must be the same when a start-up cache is made and when it is used. */
    List<String> flags() {
        var flags =
                new ArrayList<>(
                        List.of(
                                "-XX:+UseSerialGC",
                                "-Xms" + (youngMegabytes + FIRST_OLD_MEGABYTES) + "m",
                                "-Xmx" + heapMegabytes + "m",
                                "-Xmn" + youngMegabytes + "m",
                                "-Xss512k",
                                "-XX:ReservedCodeCacheSize=" + (optimising ? "96m" : "48m"),
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:-UsePerfData",
                                "-Xlog:aot*=error",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow"));
        if (!optimising) {
            flags.add("-XX:TieredStopAtLevel=1");
            // Whoever is seldom busy gives back what a busy moment took.
            flags.addAll(List.of("-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=35"));
        }
        return flags;
    }

    /** The command up to the main class, without a start-up cache. */
    List<String> command() {
        return start();
    }

    /** The command up to the main class: with the start-up cache when it is there. */
    List<String> command(Path startUpCache) {
        var command = start();
        if (Files.exists(startUpCache)) {
            Folders.touch(startUpCache);
            command.add("-XX:AOTCache=" + startUpCache);
        }
        return command;
    }

    /** The command up to the main class for a run that makes the start-up cache. */
    List<String> rehearsal(Path startUpCache) {
        var command = start();
        command.add("-XX:AOTCacheOutput=" + Folders.draftOf(startUpCache));
        return command;
    }

    private List<String> start() {
        var command = new ArrayList<String>();
        command.add(program());
        command.addAll(flags());
        command.addAll(patience());
        return command;
    }

    /**
     * Let the first compiler begin later than by default. While a service starts, half the time goes into
     * compiling what will never run again; what is busy passes these counts within seconds. Measured on the
     * gateway with a start-up cache: 4.6 s of processor time to ready became 3.2 s. The second compiler
     * begins when it likes: what it has not compiled takes two to three times as long.
     */
    private static List<String> patience() {
        return List.of(
                "-XX:Tier3InvocationThreshold=1000",
                "-XX:Tier3MinInvocationThreshold=500",
                "-XX:Tier3CompileThreshold=10000");
    }
}
