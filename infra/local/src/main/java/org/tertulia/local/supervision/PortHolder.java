package org.tertulia.local.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The process that listens on a port, as far as {@code /proc} tells: only on Linux, and a process of
 * another account only to root.
 *
 * @param pid its id
 * @param command its command line, shortened
 */
record PortHolder(long pid, String command) {
    private static final int SHOWN = 100;
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    static Optional<PortHolder> of(int port) {
        var sockets =
                Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                        .flatMap(it -> lines(Path.of(it)).stream())
                        .map(it -> it.strip().split("\\s+"))
                        .filter(it -> isListening(it, port))
                        .map(it -> "socket:[" + it[INODE] + "]")
                        .collect(Collectors.toSet());
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(it -> holds(it.pid(), sockets))
                .findFirst()
                .map(it -> new PortHolder(it.pid(), shorten(it)));
    }

    private static boolean isListening(String[] fields, int port) {
        return fields.length > INODE
                && fields[STATE].equals(LISTENING)
                && fields[LOCAL_ADDRESS].endsWith(":%04X".formatted(port));
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (var files = Files.list(Path.of("/proc", "" + pid, "fd"))) {
            return files.anyMatch(it -> sockets.contains(target(it)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String shorten(ProcessHandle process) {
        var info = process.info();
        var command = info.commandLine().or(info::command).orElse("?").replaceAll("\\s+", " ");
        return command.length() <= SHOWN ? command : command.substring(0, SHOWN) + "…";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
