package org.tertulia.local.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.HomeLock;
import org.tertulia.local.part.Suite;
import org.tertulia.local.supervision.ControlSocket;
import org.tertulia.local.supervision.Progress;
import org.tertulia.local.supervision.RunningSuite;
import org.tertulia.local.supervision.SuiteStatus;
import org.tertulia.local.training.CacheSweep;
import org.tertulia.local.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the suite and stays until Ctrl-C, SIGTERM or {@code down}; or returns when it is ready. */
@Command(
        name = "up",
        description = "Starts everything and shows the address; Ctrl-C stops everything.")
final class UpCommand implements Callable<Integer> {
    private static final Duration BEFORE_TRAINING = Duration.ofSeconds(20);

    @Mixin private What what = new What();

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready; ./tertulia down stops it.")
    private boolean detach;

    @Option(
            names = "--training",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Make missing start-up caches in the background once everything is ready"
                            + " (default); they halve the time of later starts.")
    private boolean training;

    @Override
    public Integer call() throws Exception {
        var out = what.out();
        var suite = what.suite();
        if (HomeLock.isHeld(suite.home())) {
            return alreadyRunning(suite.home(), out);
        }
        var progress = new Progress(out, Boolean.getBoolean("tertulia.terminal"), suite.names());
        if (detach) {
            return new DetachedStart(suite.home(), progress, out).run();
        }
        return run(suite, progress, out);
    }

    private int run(Suite suite, Progress progress, PrintWriter out) throws InterruptedException {
        try (var running = RunningSuite.start(suite, progress)) {
            var ready = running.awaitReady();
            if (running.isStopped()) {
                return ExitCodes.DONE;
            }
            progress.settle();
            if (!ready) {
                progress.tell(List.of("Not everything could be started; stopping the rest."));
                return ExitCodes.FAILED;
            }
            progress.tell(welcome(running.glance()));
            stay(suite, running);
        }
        out.println("Stopped.");
        return ExitCodes.DONE;
    }

    private void stay(Suite suite, RunningSuite running) throws InterruptedException {
        CacheSweep.of(suite.home());
        if (!training) {
            running.awaitEndAsked();
            return;
        }
        try (var background =
                new Training(suite.home(), Where.modules(), suite.parts(), BEFORE_TRAINING)) {
            background.start();
            running.awaitEndAsked();
        }
    }

    static List<String> welcome(SuiteStatus status) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(
                "Ready after %.1f s. Open %s"
                        .formatted(
                                status.readyMillis() == null ? 0 : status.readyMillis() / 1000.0,
                                status.address()));
        lines.add("  ./tertulia demo     people and conversations to look at");
        lines.add("  ./tertulia status   what runs; ./tertulia logs PART shows what it says");
        status.parts().stream()
                .filter(it -> it.part().equals("mail"))
                .map(it -> "  http://127.0.0.1:%d   mails, caught here".formatted(it.port()))
                .forEach(lines::add);
        lines.add("");
        return lines;
    }

    private static int alreadyRunning(Home home, PrintWriter out) {
        var address =
                ControlSocket.ask(home, "glance", null)
                        .map(ControlSocket.Answer::suite)
                        .map(SuiteStatus::address);
        out.println("It already runs" + address.map(it -> ": " + it).orElse("") + ".");
        out.println("./tertulia status shows its parts, ./tertulia down stops it.");
        return ExitCodes.DONE;
    }
}
