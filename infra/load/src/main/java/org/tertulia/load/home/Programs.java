package org.tertulia.load.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Programs that this machine may have. */
public final class Programs {
    private Programs() {}

    /** Whether a program is on the path. */
    public static boolean isInstalled(String name) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, name)));
    }
}
