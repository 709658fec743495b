package org.tertulia.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A service's jar taken apart into a plain jar and its libraries, which starts a third faster. It
 * lies in a folder named by the jar's content: a rebuilt service gets a new one and a running one
 * keeps its own.
 */
record ExtractedJar(Path folder, String name) {
    /** The extracted form of a service's jar, made if it is not there yet. */
    static ExtractedJar of(Path jar, Path cache) {
        if (Files.notExists(jar)) {
            throw new PartFailure("%s is missing; build it with ./mvnw package".formatted(jar));
        }
        var name = jar.getFileName().toString();
        try {
            var id = name.replace(".jar", "-") + Fingerprint.ofJar(jar);
            var folder = cache.resolve(id);
            Folders.makeOnce(folder, draft -> extract(jar, draft));
            return new ExtractedJar(folder, name);
        } catch (IOException e) {
            throw new PartFailure("Cannot read " + jar, e);
        }
    }

    /** The plain jar. */
    Path jar() {
        return folder.resolve(name);
    }

    /** Where the start-up cache for it belongs, given the flags that are part of its identity. */
    Path startUpCache(List<String> flags) {
        var key = Fingerprint.ofText(flags + " " + Runtime.version());
        return folder.resolveSibling("%s-%s.aot".formatted(folder.getFileName(), key));
    }

    private static void extract(Path jar, Path folder) {
        Command.run(
                "extract " + jar,
                List.of(
                        Jvm.program(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString()));
    }
}
