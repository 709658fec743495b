package org.tertulia.media.programs;

import java.nio.file.Path;
import java.util.List;

/**
 * One run of a program.
 *
 * @param command the program and its arguments
 * @param folder where it runs, and may write
 * @param maxFile bytes of a file that it writes, where the system can limit that
 * @param maxOutput bytes that it may print
 */
public record ProgramRun(List<String> command, Path folder, long maxFile, long maxOutput) {

    /** Keeps its own copy of the list. */
    public ProgramRun {
        command = List.copyOf(command);
    }
}
