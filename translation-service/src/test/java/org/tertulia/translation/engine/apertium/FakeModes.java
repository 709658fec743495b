package org.tertulia.translation.engine.apertium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder of modes whose programs are ours, for what the real ones do only when they break. */
final class FakeModes {

    /** Gives back what it gets. */
    static final String ECHO = "exec cat";

    /** Never answers. */
    static final String HANG = "exec sleep 600";

    /** Ends at once. */
    static final String END = "exit 3";

    private final Path folder;

    FakeModes(Path folder) {
        this.folder = folder;
    }

    /** Installs a direction; each program is a line of shell, which is not told its arguments. */
    FakeModes install(String name, String... programs) {
        var stages = new StringBuilder();
        for (int i = 0; i < programs.length; i++) {
            stages.append(i == 0 ? "" : " | ").append("'").append(program(name + i, programs[i]));
            stages.append("' $1");
        }
        write(folder.resolve(name + ".mode"), stages.toString());
        return this;
    }

    /** Takes a direction away. */
    void remove(String name) {
        try {
            Files.delete(folder.resolve(name + ".mode"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path program(String name, String shell) {
        var file = folder.resolve(name + ".sh");
        write(file, "#!/bin/sh\n" + shell + "\n");
        try {
            return Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
