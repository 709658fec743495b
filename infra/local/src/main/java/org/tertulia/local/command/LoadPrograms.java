package org.tertulia.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.verification.Program;

/** The programs of {@code infra/load}: whole-suite tests, the fault suite and the bench. */
final class LoadPrograms {
    /** What tests is busy for seconds at a time, and should leave the processors to what is tested. */
    private static final List<String> MODEST =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final String BENCH = "bench";

    private LoadPrograms() {}

    /**
     * One of them, to be run against a suite.
     *
     * @param name {@code test}, {@code faults} or {@code bench}
     * @throws PartFailure when the module is not built
     */
    static Program of(String name, List<String> arguments) {
        var jar = Where.modules().resolve(Path.of("infra", "load", "target", "tertulia-load.jar"));
        if (Files.notExists(jar)) {
            throw new PartFailure("%s is missing; build it with ./mvnw package".formatted(jar));
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!name.equals(BENCH)) {
            command.addAll(MODEST);
        }
        command.add("-Xmx1g");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-jar", jar.toString(), name));
        command.addAll(arguments);
        return new Program(Where.modules(), command);
    }
}
