package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.People;
import org.tertulia.load.client.Person;
import org.tertulia.load.home.SuiteControl;
import org.tertulia.load.home.SuiteHome;

/** The suite under test, as the environment names it. */
final class Suite {
    private static final String BASE_URL = "TERTULIA_BASE_URL";
    private static final String HOME = "TERTULIA_HOME";
    private static final String MEDIA_SERVICE = "media-service";
    private static final int MOST_INSTANCES = 9;

    private static final Suite RUNNING = new Suite();

    private Suite() {}

    static Suite running() {
        return RUNNING;
    }

    /** The only public door. */
    Api gateway() {
        var address = System.getenv(BASE_URL);
        if (address == null) {
            throw new TestAbortedException(BASE_URL + " does not say where the suite is");
        }
        return new Api(URI.create(address));
    }

    /** A part asked directly. */
    Api part(String name) {
        return new Api(URI.create("http://127.0.0.1:" + home().port(name)));
    }

    /** The names of the message-service instances that run. */
    List<String> messageServices() {
        var others =
                IntStream.rangeClosed(2, MOST_INSTANCES).mapToObj(it -> "message-service-" + it);
        return Stream.concat(Stream.of("message-service"), others).filter(home()::runs).toList();
    }

    /** Two instances of message-service, asked directly. */
    List<Api> twoMessageServices() {
        var names = messageServices();
        if (names.size() < 2) {
            throw new TestAbortedException("Needs a suite with --instances message-service=2");
        }
        return names.stream().limit(2).map(this::part).toList();
    }

    /** The part that keeps files; a test that needs it is skipped where there is none. */
    String mediaService() {
        if (!home().runs(MEDIA_SERVICE)) {
            throw new TestAbortedException("Needs a suite with " + MEDIA_SERVICE);
        }
        return MEDIA_SERVICE;
    }

    /** The launcher, asked without a program of its own. */
    SuiteControl control() {
        return new SuiteControl(home());
    }

    /** Ends a part at once, by the system and not by the launcher, which starts it again. */
    void kill(String part) {
        var pid = Objects.requireNonNull(control().glance().part(part).pid());
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    SuiteHome home() {
        var home = System.getenv(HOME);
        if (home == null) {
            throw new TestAbortedException(
                    HOME + " does not say where the suite keeps its state; it may be elsewhere");
        }
        return new SuiteHome(Path.of(home));
    }

    Launcher launcher() {
        return new Launcher(Map.of(HOME, home().root().toAbsolutePath().toString()));
    }

    /** Somebody new, who calls the gateway. */
    Person person(String name) {
        return people().join(name);
    }

    List<Person> people(String name, int count) {
        return people().join(name, count);
    }

    private People people() {
        var reachable = System.getenv(HOME) != null;
        return new People(gateway(), reachable ? part("auth-service") : gateway());
    }
}
