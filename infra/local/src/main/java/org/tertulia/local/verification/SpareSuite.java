package org.tertulia.local.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.home.Home;
import org.tertulia.local.part.Folders;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.part.Ports;
import org.tertulia.local.part.Suite;
import org.tertulia.local.supervision.PortCheck;
import org.tertulia.local.supervision.Progress;
import org.tertulia.local.supervision.RunningSuite;

/**
 * A suite with empty data on ports that are free, beside whatever else runs. Its state folder is
 * deleted at the end, unless somebody wants to look into its logs.
 */
public final class SpareSuite implements AutoCloseable {
    private static final int FIRST_BASE = 21_000;
    private static final int STEP = 100;
    private static final int TRIES = 50;

    private final Home home;
    private final Suite suite;
    private final RunningSuite running;
    private boolean keepLogs;

    private SpareSuite(Home home, Suite suite, RunningSuite running) {
        this.home = home;
        this.suite = suite;
        this.running = running;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param modules the folder with the built modules
     * @param cache derived files to share with other suites
     * @param instances how many of a service, by name
     * @throws PartFailure when it does not become ready; its logs are kept
     */
    public static SpareSuite start(
            Path modules, Path cache, Map<String, Integer> instances, PrintWriter out)
            throws IOException {
        var home = new Home(Files.createTempDirectory("tertulia-test"), cache).create();
        var suite =
                IntStream.range(0, TRIES)
                        .mapToObj(it -> suite(home, modules, FIRST_BASE + it * STEP, instances))
                        .filter(it -> PortCheck.complaints(it.parts()).isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new PartFailure("There are no free ports"));
        var progress = new Progress(out, false, suite.names());
        var spare = new SpareSuite(home, suite, RunningSuite.start(suite, progress));
        if (!spare.running.awaitReady()) {
            spare.keepLogs();
            spare.close();
            throw new PartFailure("The suite did not start; its logs are in " + home.log("."));
        }
        return spare;
    }

    private static Suite suite(
            Home home, Path modules, @Nullable Integer base, Map<String, Integer> instances) {
        return new Suite(home, modules, new Ports(base, Map.of()), instances, Set.of());
    }

    /** How programs find it. */
    public Map<String, String> environment() {
        return environment(suite.address(), home);
    }

    /** How programs find a suite: its address, and its state folder for {@code ./tertulia}. */
    public static Map<String, String> environment(String address, Home home) {
        return Map.of(
                "BASE_URL",
                address,
                "TERTULIA_BASE_URL",
                address,
                "TERTULIA_HOME",
                home.root().toString(),
                "TERTULIA_CACHE",
                home.cache().toString());
    }

    /** Lets the state folder stay, data included, for a look into the logs. */
    public void keepLogs() {
        keepLogs = true;
    }

    /** Where the logs are. */
    public Path logs() {
        return home.root().resolve("logs");
    }

    @Override
    public void close() {
        running.close();
        if (keepLogs) {
            return;
        }
        try {
            Folders.delete(home.root());
        } catch (IOException e) {
            throw new PartFailure("Cannot delete " + home.root(), e);
        }
    }

    /** The parts it consists of. */
    public List<String> parts() {
        return suite.names();
    }
}
