package org.tertulia.load.faults;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tertulia.load.faults.FaultSchedule.Injection;
import org.tertulia.load.faults.door.Door;
import org.tertulia.load.faults.town.Address;
import org.tertulia.load.faults.town.Inquiry;
import org.tertulia.load.faults.town.Town;
import org.tertulia.load.home.Kcat;
import org.tertulia.load.home.SuiteControl;
import org.tertulia.load.home.SuiteHome;

/**
 * One run of the fault suite against a suite on this machine that its launcher watches over. People
 * write and read all the time; faults come in rounds; after each round everybody rests, the suite must
 * recover within two minutes, and everything is checked. It stops at the first violation. Processes
 * that it paused go on, and doors that it opened are closed, however it ends.
 */
public final class FaultRun {
    /** The parts that fail. */
    static final List<String> PARTS =
            List.of(
                    "message-service",
                    "message-service-2",
                    "chat-service",
                    "gateway",
                    "kafka",
                    "postgresql");

    /** Before any fault: who makes a chat or joins one finds it. */
    private static final String COMING_TOGETHER = "people come together";

    private static final int CLIENT_DOORS = 2;

    private final SuiteHome home;
    private final FaultOptions options;
    private final PrintWriter out;
    private final Map<String, Door> doors = new HashMap<>();
    private final List<Round> rounds = new ArrayList<>();

    /**
     * A run that has not begun.
     *
     * @param inner doors between parts of the suite, by the part they lead to
     */
    public FaultRun(
            SuiteHome home, FaultOptions options, Map<String, Door> inner, PrintWriter out) {
        this.home = home;
        this.options = options;
        this.out = out;
        this.doors.putAll(inner);
    }

    /** Runs it to its end. */
    public Verdict run() throws InterruptedException {
        tell("Faults: " + options.describe());
        var control = new SuiteControl(home);
        var ways = openWays();
        try (var town = Town.found(address(ways), options.people())) {
            return besiege(town, control);
        } catch (AssertionError e) {
            var broken = Map.of(COMING_TOGETHER, List.of(String.valueOf(e.getMessage())));
            return new Verdict(broken, FaultReport.verdict(options, broken), options.again());
        } finally {
            ways.forEach(Door::close);
        }
    }

    private Verdict besiege(Town town, SuiteControl control) throws InterruptedException {
        try (var crew = Crew.start(town, options.seed())) {
            var injector = new Injector(control, doors);
            var inquiry = new Inquiry(town, Kcat.isInstalled() ? new Kcat(home) : null);
            var broken = play(new Siege(town, crew, injector, control, inquiry));
            var text = FaultReport.lines(options, injector, rounds, town, broken);
            return new Verdict(broken, text, options.again());
        }
    }

    /** The ways of the clients to the gateway. */
    private List<Door> openWays() {
        var ways =
                IntStream.range(0, CLIENT_DOORS)
                        .mapToObj(it -> Door.open(0, home.port("gateway")))
                        .toList();
        for (var i = 0; i < ways.size(); i++) {
            doors.put("clients-" + (i + 1), ways.get(i));
        }
        return ways;
    }

    private Address address(List<Door> ways) {
        return new Address(
                ways.stream().map(it -> Address.local(it.port())).toList(),
                Stream.of("message-service", "message-service-2")
                        .filter(home::runs)
                        .map(it -> Address.local(home.port(it)))
                        .toList(),
                Address.local(home.port("auth-service")));
    }

    private Map<String, List<String>> play(Siege siege) throws InterruptedException {
        try {
            var broken = playRounds(siege);
            return broken.isEmpty() ? siege.assess("final", true) : broken;
        } catch (NotRecovered e) {
            var what =
                    "the suite recovers within %d s".formatted(Siege.RECOVERED_WITHIN.toSeconds());
            return Map.of(what, List.of(String.valueOf(e.getMessage())));
        }
    }

    private Map<String, List<String>> playRounds(Siege siege) throws InterruptedException {
        var end = System.nanoTime() + options.limit().toNanos();
        for (var injections : schedule()) {
            if (System.nanoTime() - end > 0) {
                tell("The time is up; the rest of the schedule is left out.");
                break;
            }
            var broken = playRound(siege, injections);
            if (!broken.isEmpty()) {
                return broken;
            }
        }
        return Map.of();
    }

    private Map<String, List<String>> playRound(Siege siege, List<Injection> injections)
            throws InterruptedException {
        siege.attack(injections);
        var number = rounds.size() + 1;
        var start = System.nanoTime();
        var broken = siege.assess("round " + number, false);
        var round = new Round(number, injections, Duration.ofNanos(System.nanoTime() - start));
        rounds.add(round);
        tell(round.text());
        return broken;
    }

    private List<List<Injection>> schedule() {
        var parts = PARTS.stream().filter(home::runs).toList();
        var names = List.copyOf(new TreeSet<>(doors.keySet()));
        return FaultSchedule.of(options, parts, names);
    }

    private void tell(String line) {
        out.println(line);
        out.flush();
    }
}
