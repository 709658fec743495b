package org.tertulia.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tertulia.local.home.Home;
import org.tertulia.local.part.PartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a part has printed; with {@code -f} also what it prints from now on. */
@Command(name = "logs", description = "Shows the end of a part's log.")
final class LogsCommand implements Callable<Integer> {
    private static final int GLANCE_MILLIS = 200;

    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "PART", description = "Its name as in ./tertulia status.")
    private String part = "";

    @Option(names = "-f", description = "Go on with what it prints from now on.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", description = "How many lines (default 200).")
    private int lines = 200;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var log = find(where.home());
        var out = where.out();
        var size = Files.size(log);
        var all = Files.readAllLines(log);
        all.stream().skip(Math.max(0, all.size() - lines)).forEach(out::println);
        out.flush();
        if (follow) {
            follow(log, size, out);
        }
        return ExitCodes.DONE;
    }

    private Path find(Home home) throws IOException {
        var log = home.log(part);
        if (Files.exists(log)) {
            return log;
        }
        var folder = log.resolveSibling(".").normalize();
        if (Files.notExists(folder)) {
            throw new PartFailure("There are no logs yet.");
        }
        try (var files = Files.list(folder)) {
            var names =
                    files.map(it -> it.getFileName().toString())
                            .filter(it -> it.endsWith(".log"))
                            .map(it -> it.replace(".log", ""))
                            .sorted()
                            .toList();
            throw new PartFailure(
                    "%s has no log. These have: %s".formatted(part, String.join(", ", names)));
        }
    }

    /** A file that became shorter was begun anew. */
    private static void follow(Path log, long from, PrintWriter out)
            throws IOException, InterruptedException {
        var pause = new CountDownLatch(1);
        var position = from;
        while (!pause.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (Files.notExists(log)) {
                continue;
            }
            position = Files.size(log) < position ? 0 : position;
            try (var file = new RandomAccessFile(log.toFile(), "r")) {
                file.seek(position);
                var fresh = new byte[(int) (file.length() - position)];
                file.readFully(fresh);
                position += fresh.length;
                out.print(new String(fresh, StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }
}
