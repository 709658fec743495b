package org.tertulia.load.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.tertulia.load.home.SuiteControl;
import org.tertulia.load.home.SuiteHome;
import org.tertulia.load.home.SuiteStatus;

/**
 * A service of the suite on this machine, seen from outside.
 *
 * @param name its part
 * @param pid its process
 */
record SuiteProcess(String name, long pid) {
    private static final String GATEWAY = "gateway";

    /** The parts that hold something for each socket. */
    private static final Pattern HOLDS_SOCKETS =
            Pattern.compile(GATEWAY + "|message-service(-\\d+)?");

    private static final Pattern RESIDENT = Pattern.compile("(?m)^Rss:\\s+(\\d+) kB");
    private static final Pattern HEAP =
            Pattern.compile("(?m)^\\s*(?:DefNew|Tenured).* used (\\d+)K");
    private static final int KILOBYTE = 1_024;

    /** Those that sockets pass through; empty when no launcher watches over the suite here. */
    static List<SuiteProcess> ofSockets(SuiteHome home) {
        try {
            return new SuiteControl(home)
                    .glance().parts().stream()
                            .filter(it -> HOLDS_SOCKETS.matcher(it.part()).matches())
                            .filter(it -> it.pid() != null)
                            .map(SuiteProcess::of)
                            .toList();
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }

    private static SuiteProcess of(SuiteStatus.Part part) {
        var pid = part.pid();
        return new SuiteProcess(part.part(), pid == null ? 0 : pid);
    }

    /** The gateway has two for each, the client's and the service's. */
    int filesPerSocket() {
        return name.equals(GATEWAY) ? 2 : 1;
    }

    /**
     * What it takes after a collection.
     *
     * @throws BenchFailure when it is not there any more, or does not let itself be asked
     */
    Footprint footprint() throws InterruptedException {
        try {
            jcmd("GC.run");
            var heap = sum(HEAP, jcmd("GC.heap_info"));
            var memory = Files.readString(Path.of("/proc", "" + pid, "smaps_rollup"));
            return new Footprint(sum(RESIDENT, memory), heap);
        } catch (IOException e) {
            throw new BenchFailure("%s does not tell its memory: %s".formatted(name, e));
        }
    }

    /** All numbers of kilobytes that a text has, in bytes. */
    private static long sum(Pattern kilobytes, String text) {
        return kilobytes
                .matcher(text)
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1)) * KILOBYTE)
                .sum();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process =
                new ProcessBuilder(program, "" + pid, command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output.strip());
        }
        return output;
    }
}
