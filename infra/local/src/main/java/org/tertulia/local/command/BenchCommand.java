package org.tertulia.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tertulia.local.supervision.ControlSocket;
import org.tertulia.local.supervision.SuiteStatus;
import org.tertulia.local.verification.SpareSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Measures the running suite, or one of its own that it starts and stops. */
@Command(
        name = "bench",
        description = "Measures the running suite, or one it starts for that and stops.",
        footer =
                "Every other option goes to the bench: --only FANOUT|POSTS|SEARCH|IDLE|RESUME|MEDIA|TRANSLATION, --peers WS,EJABBERD,"
                        + " --rounds, --seconds, --sockets, --people, --messages, --rate, --senders,"
                        + " --file-mb, --piece-mb, --transfers, --photos, --photo-width, --sentences, --json FILE.")
final class BenchCommand implements Callable<Integer> {
    @Mixin private Where where = new Where();

    /** What only the bench understands; it refuses what it does not know. */
    @Unmatched private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = where.out();
        var home = where.home();
        var running =
                ControlSocket.ask(home, "glance", null)
                        .map(ControlSocket.Answer::suite)
                        .filter(SuiteStatus::ready)
                        .map(SuiteStatus::address);
        if (running.isPresent()) {
            return run(SpareSuite.environment(running.get(), home), out);
        }
        try (var spare = SpareSuite.start(Where.modules(), home.create().cache(), Map.of(), out)) {
            return run(spare.environment(), out);
        }
    }

    private int run(Map<String, String> environment, PrintWriter out)
            throws IOException, InterruptedException {
        return LoadPrograms.of("bench", arguments).run(environment, out).exitCode();
    }
}
