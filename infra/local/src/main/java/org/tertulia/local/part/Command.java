package org.tertulia.local.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short command to its end. */
final class Command {
    private static final int LIMIT_SECONDS = 120;

    private Command() {}

    /**
     * What the command printed.
     *
     * @throws PartFailure with its output when it fails or takes too long
     */
    static String run(String purpose, List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PartFailure("Cannot " + purpose + ": no end after two minutes");
            }
            if (process.exitValue() != 0) {
                throw new PartFailure("Cannot " + purpose + ":\n" + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new PartFailure("Cannot " + purpose, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Cannot " + purpose, e);
        }
    }
}
