package org.tertulia.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tertulia.local.home.Home;
import org.tertulia.local.part.OwnSession;
import org.tertulia.local.supervision.ControlSocket;
import org.tertulia.local.supervision.PartState;
import org.tertulia.local.supervision.Progress;
import org.tertulia.local.supervision.SuiteStatus;

/** Starts a launcher in the background and watches it until the suite is ready. */
final class DetachedStart {
    private static final Set<String> DETACH = Set.of("-d", "--detach");
    private static final int GLANCE_MILLIS = 200;
    private static final int LAST_LINES = 20;

    private final Home home;
    private final Progress progress;
    private final PrintWriter out;
    private final Map<String, PartState> shown = new HashMap<>();

    DetachedStart(Home home, Progress progress, PrintWriter out) {
        this.home = home;
        this.progress = progress;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        var log = home.log("launcher");
        var launcher =
                new ProcessBuilder(ownCommand())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        launcher.getOutputStream().close();
        while (!launcher.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            var suite = ControlSocket.ask(home, "glance", null).map(ControlSocket.Answer::suite);
            suite.ifPresent(this::show);
            if (suite.filter(it -> it.ready() && it.readyMillis() != null).isPresent()) {
                UpCommand.welcome(suite.get()).forEach(out::println);
                out.println("It runs in the background; ./tertulia down stops it.");
                return ExitCodes.DONE;
            }
        }
        var lines = Files.readAllLines(log);
        lines.stream().skip(Math.max(0, lines.size() - LAST_LINES)).forEach(out::println);
        return ExitCodes.FAILED;
    }

    private void show(SuiteStatus suite) {
        for (var part : suite.parts()) {
            if (shown.put(part.part(), part.state()) != part.state()) {
                progress.show(part);
            }
        }
    }

    /** The command this process was started with, in a session of its own and without --detach. */
    private static List<String> ownCommand() {
        var own = ProcessHandle.current().info();
        var command = new ArrayList<String>();
        command.add(own.command().orElseThrow());
        Stream.of(own.arguments().orElseThrow())
                .filter(it -> !DETACH.contains(it))
                .map(it -> it.replace("tertulia.terminal=true", "tertulia.terminal=false"))
                .forEach(command::add);
        return OwnSession.of(command);
    }
}
