package org.tertulia.local.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.home.Home;
import org.tertulia.local.part.Folders;
import org.tertulia.local.part.Part;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.part.Ports;
import org.tertulia.local.part.Suite;
import org.tertulia.local.supervision.OtherLauncher;
import org.tertulia.local.supervision.PortCheck;
import org.tertulia.local.supervision.Progress;
import org.tertulia.local.supervision.RunningSuite;

/**
 * A suite with empty data on ports that are free, beside whatever else runs. Its state folder is
 * deleted at the end, unless somebody wants to look into its logs.
 *
 * <p>Other shells may take it down and start it again: it ends with this one all the same.
 */
public final class SpareSuite implements AutoCloseable {
    private static final int FIRST_BASE = 21_000;
    private static final int STEP = 100;
    private static final int TRIES = 50;

    /** Which parts a suite is to have, and where. */
    private record Plan(
            Home home,
            Path modules,
            Ports ports,
            Map<String, Integer> instances,
            Set<String> only) {
        Suite suite() {
            return new Suite(home, modules, ports, instances, only);
        }

        List<Part> allParts() {
            return new Suite(home, modules, ports, instances, Set.of()).parts();
        }
    }

    private final Plan plan;
    private final Suite suite;
    private final Thread hook = new Thread(this::endSuccessor, "end successor");
    private @Nullable RunningSuite running;
    private boolean keepLogs;

    private SpareSuite(Plan plan) {
        this.plan = plan;
        this.suite = plan.suite();
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
        return started(prepare(modules, cache, instances, Set.of()), out);
    }

    /**
     * Starts some of its parts in a state folder that is free, and waits until they are ready.
     *
     * @param modules the folder with the built modules
     * @param home its state folder, deleted at the end
     * @param only the parts wanted
     * @throws PartFailure when they do not become ready; their logs are kept
     */
    public static SpareSuite start(Path modules, Home home, Set<String> only, PrintWriter out) {
        return started(prepare(home, modules, Map.of(), only, Set.of()), out);
    }

    private static SpareSuite started(SpareSuite spare, PrintWriter out) {
        spare.start(out);
        return spare;
    }

    /**
     * Chooses folder and ports, and starts nothing yet.
     *
     * @param modules the folder with the built modules
     * @param cache derived files to share with other suites
     * @param instances how many of a service, by name
     * @param doors the parts that the services find at a {@link Ports#withDoors door}
     */
    public static SpareSuite prepare(
            Path modules, Path cache, Map<String, Integer> instances, Set<String> doors)
            throws IOException {
        var home = new Home(Files.createTempDirectory("tertulia-test"), cache);
        return prepare(home, modules, instances, Set.of(), doors);
    }

    private static SpareSuite prepare(
            Home home,
            Path modules,
            Map<String, Integer> instances,
            Set<String> only,
            Set<String> doors) {
        home.create();
        return IntStream.range(0, TRIES)
                .mapToObj(it -> new Ports(FIRST_BASE + it * STEP, Map.of()).withDoors(doors))
                .map(it -> new Plan(home, modules, it, instances, only))
                .filter(it -> PortCheck.complaints(it.allParts()).isEmpty())
                .findFirst()
                .map(SpareSuite::new)
                .orElseThrow(() -> new PartFailure("There are no free ports"));
    }

    /**
     * Starts what was prepared and waits until it is ready.
     *
     * @throws PartFailure when it does not become ready; its logs are kept
     */
    public void start(PrintWriter out) {
        var started = RunningSuite.start(suite, new Progress(out, false, suite.names()));
        running = started;
        if (!started.awaitReady()) {
            keepLogs();
            close();
            throw new PartFailure("The suite did not start; its logs are in " + logs());
        }
        Runtime.getRuntime().addShutdownHook(hook);
        Thread.ofPlatform().daemon().name("down").start(() -> makeRoom(started));
    }

    /** Does as {@code ./tertulia down} asks, so that another launcher can start it again. */
    private void makeRoom(RunningSuite started) {
        try {
            started.awaitEndAsked();
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once: later there may be a successor, whose control socket has the same name. */
    private synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private void endSuccessor() {
        OtherLauncher.end(plan.home());
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is on its way out: the hook itself ends the successor.
            return;
        }
    }

    /** The door before a part, and the part behind it, as in {@code kafka=21063:21003}. */
    public String door(String part) {
        var ports = plan.ports();
        return "%s=%d:%d".formatted(part, ports.foundAt(part), ports.of(part));
    }

    /**
     * How programs find it and start it again, and where people can register without the gateway's limit of how many
     * an address may.
     */
    public Map<String, String> environment() {
        var found = new HashMap<>(environment(suite.address(), plan.home()));
        found.put("TERTULIA_PORT_BASE", "" + plan.ports().of("gateway"));
        found.put("AUTH_URL", "http://127.0.0.1:" + plan.ports().of("auth-service"));
        return found;
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
        return plan.home().root().resolve("logs");
    }

    @Override
    public void close() {
        stop();
        endSuccessor();
        forgetHook();
        if (keepLogs) {
            return;
        }
        try {
            Folders.delete(plan.home().root());
        } catch (IOException e) {
            throw new PartFailure("Cannot delete " + plan.home().root(), e);
        }
    }

    /** All parts a suite can have, on its ports and with its settings, started or not. */
    public List<Part> allParts() {
        return plan.allParts();
    }

    /** The parts it consists of. */
    public List<String> parts() {
        return suite.names();
    }
}
