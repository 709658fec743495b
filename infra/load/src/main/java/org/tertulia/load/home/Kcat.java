package org.tertulia.load.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program {@code kcat}, by which anybody may read the topics of a suite on this machine. */
public final class Kcat {
    private static final int LIMIT_SECONDS = 60;

    private final SuiteHome home;

    public Kcat(SuiteHome home) {
        this.home = home;
    }

    /** Whether there is such a program here. */
    public static boolean isInstalled() {
        return Programs.isInstalled("kcat");
    }

    /**
     * What it prints of a topic.
     *
     * @param how further arguments, such as from where on and in which form
     * @throws IOException when it fails or does not end within a minute
     */
    public String read(String topic, String... how) throws IOException, InterruptedException {
        var broker = "127.0.0.1:" + home.port("kafka");
        var command = new ArrayList<>(List.of("kcat", "-q", "-b", broker, "-t", topic, "-C"));
        command.addAll(List.of(how));
        var output = Files.createTempFile("tertulia-kcat", ".txt");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .redirectOutput(output.toFile())
                            .start();
            await(process);
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static void await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("kcat does not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException("kcat ended with exit code " + process.exitValue());
        }
    }
}
