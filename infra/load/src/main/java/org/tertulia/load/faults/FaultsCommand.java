package org.tertulia.load.faults;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.faults.door.Door;
import org.tertulia.load.home.SuiteControl;
import org.tertulia.load.home.SuiteHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the fault suite, and says at the end which of the invariants held. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description =
                "Lets parts of the suite that TERTULIA_HOME names fail while people write and read, and"
                        + " checks that nothing that was promised is broken.")
public final class FaultsCommand implements Callable<Integer> {
    private static final int MOST_SEEDS = 1_000_000;
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--faults",
            defaultValue = "200",
            description = "How many faults (default ${DEFAULT-VALUE}).")
    private int faults;

    @Option(
            names = "--seed",
            description = "What decides all that people do and that fails; any number.")
    private @Nullable Long seed;

    @Option(
            names = "--seconds",
            defaultValue = "900",
            description = "No fault begins after this time (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--people",
            defaultValue = "8",
            description = "How many write; an even number (default ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--door",
            paramLabel = "PART=PORT:BEYOND",
            description =
                    "Open a door at PORT, through which the suite reaches its part at BEYOND, and wait"
                            + " until the suite is ready.")
    private Map<String, String> doors = new TreeMap<>();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var chosen = seed == null ? ThreadLocalRandom.current().nextLong(MOST_SEEDS) : seed;
        var options = FaultOptions.of(chosen, faults, Duration.ofSeconds(seconds), people);
        var home = SuiteHome.ofEnvironment();
        var opened = new TreeMap<String, Door>();
        doors.forEach((part, ports) -> opened.put(part, open(ports)));
        new SuiteControl(home).awaitReady(READY_WITHIN);
        var verdict = new FaultRun(home, options, opened, out).run();
        verdict.text().forEach(out::println);
        out.println();
        out.println(verdict.closingLine());
        out.flush();
        return verdict.isGood() ? 0 : 1;
    }

    private static Door open(String ports) {
        var colon = ports.indexOf(':');
        return Door.open(
                Integer.parseInt(ports.substring(0, colon)),
                Integer.parseInt(ports.substring(colon + 1)));
    }
}
