package org.tertulia.local.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that is run against a suite; what it prints is passed on.
 *
 * @param folder where it is started
 * @param command the program and its arguments
 */
public record Program(Path folder, List<String> command) {
    /**
     * How it ended.
     *
     * @param exitCode 0 when all was well
     * @param output all it printed
     */
    public record Outcome(int exitCode, List<String> output) {}

    /** Runs it to its end; it does not outlive this process. */
    public Outcome run(Map<String, String> environment, PrintWriter out)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var hook = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(hook);
        var output = follow(process, out);
        var exitCode = process.waitFor();
        forget(hook);
        return new Outcome(exitCode, output);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is on its way out, and the hook has ended the program.
            return;
        }
    }

    private static List<String> follow(Process process, PrintWriter out) throws IOException {
        var output = new ArrayList<String>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                out.println(line);
                out.flush();
            }
        }
        return output;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
