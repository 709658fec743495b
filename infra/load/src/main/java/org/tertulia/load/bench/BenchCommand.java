package org.tertulia.load.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.Json;
import org.tertulia.load.client.People;
import org.tertulia.load.client.Person;
import org.tertulia.load.home.SuiteHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a suite on this machine, prints a table, and writes all figures to a JSON file. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures the suite that TERTULIA_BASE_URL and TERTULIA_HOME name.")
public final class BenchCommand implements Callable<Integer> {
    private static final int MOST_SOCKETS_OF_A_PERSON = 20;

    /** People who say what another one misses. */
    private static final int WRITERS = 10;

    /** What a measured kind is called on the command line. */
    enum Kind {
        FANOUT,
        POSTS,
        SEARCH,
        IDLE,
        RESUME,
        MEDIA,
        TRANSLATION
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--base-url", defaultValue = "${env:TERTULIA_BASE_URL:-http://127.0.0.1:8080}")
    private URI baseUrl = URI.create("http://127.0.0.1:8080");

    @Option(names = "--home", defaultValue = "${env:TERTULIA_HOME:-.tertulia}")
    private Path home = Path.of(".tertulia");

    @Option(names = "--sockets", description = "Sockets that get every message.")
    private int sockets = 500;

    @Option(names = "--people", description = "People whom the sockets belong to.")
    private int people = 50;

    @Option(names = "--messages", description = "Messages of a fan-out round at full speed.")
    private int messages = 400;

    @Option(names = "--under-way", description = "Of these, how many on their way at a time.")
    private int underWay = 8;

    @Option(names = "--rate", description = "Messages a second of a paced fan-out round.")
    private int rate = 20;

    @Option(names = "--senders", description = "People who post at a time.")
    private int senders = 64;

    @Option(names = "--seconds", description = "Length of a paced round and a round of posts.")
    private int seconds = 5;

    @Option(names = "--rounds", description = "Rounds of each kind; medians are told.")
    private int rounds = 3;

    @Option(names = "--text", description = "Characters of a message.")
    private int textLength = 80;

    @Option(names = "--searches", description = "Searches of each kind.")
    private int searches = 300;

    @Option(names = "--corpus", description = "Messages to search in, put there for it.")
    private int corpus = 1_000_000;

    @Option(names = "--chats", description = "Chats of somebody who comes back.")
    private int chats = 50;

    @Option(names = "--missed", description = "Messages missed in each of them.")
    private int missed = 400;

    @Option(names = "--sentences", description = "Sentences of a round of translating.")
    private int sentences = 400;

    @Mixin private MediaOptions media = new MediaOptions();

    @Option(
            names = "--only",
            description =
                    "Measure just this: ${COMPLETION-CANDIDATES}; SEARCH and those after it only by this.")
    private @Nullable Kind only;

    @Option(
            names = "--peers",
            split = ",",
            description = "Others to compare the fan-out with: ${COMPLETION-CANDIDATES}.")
    private Set<Peer> peers = EnumSet.of(Peer.WS);

    @Option(names = "--without-peers", description = "Compare the fan-out with its baseline only.")
    private boolean withoutPeers;

    @Option(names = "--peers-folder", hidden = true)
    private Path peersFolder = Path.of("infra", "load", "peers");

    @Option(names = "--json", description = "Where all figures go; in the home without.")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        if (only != Kind.IDLE && sockets > people * MOST_SOCKETS_OF_A_PERSON) {
            out.printf("A person may have %d sockets: more --people%n", MOST_SOCKETS_OF_A_PERSON);
            return 1;
        }
        try {
            switch (only) {
                case SEARCH -> search(out);
                case IDLE -> write(idle(out), out);
                case RESUME -> resume(out);
                case MEDIA -> media(out);
                case TRANSLATION -> translation(out);
                case FANOUT, POSTS -> measure(out);
                case null -> measure(out);
            }
            return 0;
        } catch (BenchFailure e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private void measure(PrintWriter out) throws IOException, InterruptedException {
        var plan = plan();
        var result =
                new BenchResult(
                        plan,
                        BenchResult.Machine.here(),
                        only == Kind.POSTS ? null : fanOut(plan, out),
                        only == Kind.FANOUT ? null : posts(plan, out));
        Report.lines(result).forEach(out::println);
        write(result, out);
    }

    private BenchPlan plan() {
        return new BenchPlan(
                sockets,
                people,
                messages,
                underWay,
                rate,
                senders,
                Duration.ofSeconds(seconds),
                rounds,
                textLength);
    }

    private FanOutResult fanOut(BenchPlan plan, PrintWriter out) throws InterruptedException {
        out.printf("%d people open %d sockets through the gateway.%n", people, sockets);
        out.flush();
        allowSockets(sockets * (peers.size() + 2));
        var all = register(people + 1);
        var suite = SuiteRoom.open(all.getLast(), all.subList(0, people), sockets);
        try (var rooms = new FanOutRooms(suite, sockets)) {
            rooms.add(withoutPeers ? Set.of() : peers, peersFolder, sockets, out);
            return new FanOutBench(plan, rooms.all(), out).run();
        }
    }

    /** For those here and those of the suite. */
    private List<SuiteProcess> allowSockets(int own) throws InterruptedException {
        OpenFiles.allow("The bench", ProcessHandle.current().pid(), own);
        var processes = SuiteProcess.ofSockets(new SuiteHome(home));
        for (var process : processes) {
            OpenFiles.allow(process.name(), process.pid(), process.filesPerSocket() * sockets);
        }
        return processes;
    }

    private IdleResult idle(PrintWriter out) throws InterruptedException {
        var processes = allowSockets(sockets);
        if (processes.isEmpty()) {
            throw new BenchFailure(
                    "Only a suite that ./tertulia runs on this machine can be asked");
        }
        var owners = Math.ceilDiv(sockets, MOST_SOCKETS_OF_A_PERSON);
        out.printf("%d people register.%n", owners);
        out.flush();
        return new IdleBench(processes, register(owners), sockets, out).run();
    }

    private BenchResult.Pair<Posts> posts(BenchPlan plan, PrintWriter out)
            throws InterruptedException {
        out.printf("%d people post.%n", senders);
        var databases = new Databases(new SuiteHome(home));
        var text = ".".repeat(textLength);
        var suite = SuitePosts.open(databases, register(senders), text);
        try {
            var scratch = databases.createScratch();
            var baseline = new InsertBaseline(scratch, senders, text);
            return new PostsBench(plan, suite, baseline, out).run();
        } finally {
            suite.close();
            databases.dropScratch();
        }
    }

    private void search(PrintWriter out) throws IOException {
        var home = new SuiteHome(this.home);
        var person = register(1).getFirst();
        out.printf("%d messages are put into %d chats.%n", corpus, SearchCorpus.CHATS);
        out.flush();
        var messages = new Databases(home).messages();
        try (var all = SearchCorpus.create(messages, corpus, person.id())) {
            out.println("They are indexed.");
            out.flush();
            all.index();
            var service = URI.create("http://127.0.0.1:" + home.port("message-service"));
            var results = new SearchBench(person.through(new Api(service)), searches).run(out);
            write(results, out);
        }
    }

    private void resume(PrintWriter out) throws IOException, InterruptedException {
        out.printf("%d messages are said in each of %d chats.%n", missed, chats);
        out.flush();
        var chatService =
                new Api(URI.create("http://127.0.0.1:" + new SuiteHome(home).port("chat-service")));
        var people = register(WRITERS + 1);
        var reader = people.getLast();
        var size = new Backlog.Size(chats, missed, textLength);
        var backlog = Backlog.create(people.subList(0, WRITERS), reader, chatService, size);
        var result = new ResumeBench(reader, backlog, rounds).run();
        result.lines().forEach(out::println);
        write(result, out);
    }

    private void media(PrintWriter out) throws IOException, InterruptedException {
        var plan = media.plan(rounds);
        out.printf("%d files are on their way at a time.%n", plan.transfers());
        out.flush();
        var people = register(plan.transfers());
        var store = new StoreShelf(new SuiteHome(home));
        var throughput = new MediaBench(plan, new SuiteShelf(people), store, out).run();
        out.printf("%d photos are looked into.%n", plan.photos());
        out.flush();
        var previews = new PreviewsBench(people.getFirst(), plan).run();
        var result = new MediaResult(plan, BenchResult.Machine.here(), throughput, previews);
        result.lines().forEach(out::println);
        write(result, out);
    }

    private void translation(PrintWriter out) throws IOException, InterruptedException {
        var plan = new TranslationPlan(sentences, rounds, rate, Duration.ofSeconds(seconds));
        var result = new TranslationBench(plan, this::register, new SuiteHome(home), out).run();
        result.lines().forEach(out::println);
        write(result, out);
    }

    private List<Person> register(int count) {
        var auth = new SuiteHome(home).port("auth-service");
        var registration = new Api(URI.create("http://127.0.0.1:" + auth));
        return new People(new Api(baseUrl), registration).join("bench", count);
    }

    private void write(Object result, PrintWriter out) throws IOException {
        var file = json == null ? home.resolve("bench.json") : json;
        Files.writeString(file, Json.writePretty(result) + "\n");
        out.printf("%nAll figures: %s%n", file);
    }
}
