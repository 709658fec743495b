package org.tertulia.translation.engine.apertium;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running programs of a direction. Of one thread at a time; {@link #kill} may come from any. */
final class Pipe implements AutoCloseable {

    /** Many times what the longest text can become; more is not of our making. */
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private final List<Process> stages;
    private volatile boolean killed;

    private Pipe(List<Process> stages) {
        this.stages = stages;
    }

    /** Starts the programs; they are ready when they answer. */
    static Pipe start(Mode mode) throws IOException {
        var builders = new ArrayList<ProcessBuilder>();
        for (var command : mode.stages()) {
            var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
            // They need to know of UTF-8, and nothing of what this service was told.
            var environment = builder.environment();
            environment.keySet().retainAll(List.of("PATH"));
            environment.put("LC_ALL", "C.UTF-8");
            builders.add(builder);
        }
        return new Pipe(ProcessBuilder.startPipeline(builders));
    }

    /**
     * What comes out for what goes in. Blocks until it is there, or until the pipe has broken or was killed.
     *
     * @throws IOException when there is no whole answer
     */
    String exchange(String request) throws IOException {
        var in = stages.getFirst().getOutputStream();
        in.write(request.getBytes(StandardCharsets.UTF_8));
        in.write(0);
        in.flush();
        var answer = read();
        if (!isWhole()) {
            throw new IOException("A program has ended");
        }
        return answer;
    }

    private String read() throws IOException {
        var out = stages.getLast().getInputStream();
        var bytes = new ByteArrayOutputStream();
        for (var next = out.read(); next != 0; next = out.read()) {
            if (next < 0 || bytes.size() >= MAX_ANSWER_BYTES) {
                throw new IOException("The answer has no end");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Whether all programs run. */
    boolean isWhole() {
        return !killed && stages.stream().allMatch(Process::isAlive);
    }

    /** Whether a program ends within {@code patience}: what it leaves is read before its end is known. Blocks. */
    boolean breaksWithin(Duration patience) {
        var ends = stages.stream().map(Process::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | InterruptedException | ExecutionException stillRuns) {
            return !isWhole();
        }
    }

    /** Whether it was ended from here. */
    boolean isKilled() {
        return killed;
    }

    /**
     * Ends all programs at once; whoever waits for an answer gets none. Does not block. What was opened for them is left to
     * {@link #close}, since somebody may be reading it.
     */
    void kill() {
        killed = true;
        stages.forEach(stage -> stage.toHandle().destroyForcibly());
    }

    /** Ends all programs, and what was opened for them. */
    @Override
    public void close() {
        kill();
        stages.forEach(Process::destroyForcibly);
    }
}
