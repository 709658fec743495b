package org.tertulia.local.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a command in a session of its own where the system has a program for that: what happens in
 * the terminal, such as Ctrl-C, then reaches only the launcher, which stops its parts in order.
 */
public final class OwnSession {
    private static final Path PROGRAM = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    /** The command to run instead; its process is the one of the command itself. */
    public static List<String> of(List<String> command) {
        var all = new ArrayList<String>();
        if (Files.isExecutable(PROGRAM)) {
            all.add(PROGRAM.toString());
        }
        all.addAll(command);
        return all;
    }
}
