package org.tertulia.media.programs;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.media.config.PreviewProperties;

/**
 * What this system can hold a program to: address space, processor time and file size ({@code prlimit}), a low
 * priority ({@code nice}), and no network at all ({@code unshare}). What is missing here is done without: the time
 * limit and the program's own options hold everywhere.
 */
@Component
final class ProgramLimits {

    private static final Logger log = LoggerFactory.getLogger(ProgramLimits.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OPEN_FILES = 64;

    /** Killed at once at the hard limit; at the soft one it is told by a signal that no other hand sends. */
    private static final int SECONDS_TO_DIE = 5;

    private static final List<String> NICE = List.of("nice", "-n", "10");
    private static final List<String> NO_NETWORK =
            List.of("unshare", "--map-current-user", "--net", "--");

    private final PreviewProperties properties;
    private final boolean limits;
    private final boolean nice;
    private final boolean network;

    ProgramLimits(PreviewProperties properties) {
        this.properties = properties;
        this.limits = works(limits(Long.MAX_VALUE));
        this.nice = works(NICE);
        this.network = works(NO_NETWORK);
        log.info(
                "Programs run with limits: {}, low priority: {}, no network: {}",
                limits,
                nice,
                network);
    }

    /** The same command, held to what it can be. */
    List<String> limited(ProgramRun run) {
        var command = new ArrayList<String>();
        if (limits) {
            command.addAll(limits(run.maxFile()));
        }
        if (nice) {
            command.addAll(NICE);
        }
        if (network) {
            command.addAll(NO_NETWORK);
        }
        command.addAll(run.command());
        return command;
    }

    private List<String> limits(long maxFile) {
        var seconds = properties.programLimit().toSeconds() + 1;
        return List.of(
                "prlimit",
                "--as=" + properties.programMemory().toBytes(),
                "--cpu=%d:%d".formatted(seconds, seconds + SECONDS_TO_DIE),
                "--fsize=" + maxFile,
                "--nofile=" + OPEN_FILES,
                "--core=0",
                "--");
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectInput(Redirect.PIPE)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            var ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException missing) {
            log.debug("{} is not here: {}", prefix.getFirst(), missing.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
