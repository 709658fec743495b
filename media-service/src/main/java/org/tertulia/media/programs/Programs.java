package org.tertulia.media.programs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.media.config.PreviewProperties;

/**
 * Runs programs: each as a process of its own, with nothing to read, none of our environment, and as few resources as
 * the system can be made to give. When this returns or fails, the process and its children are gone: also after its
 * time is up, and when the thread is interrupted, as it is at shutdown.
 */
@Component
public final class Programs {

    /** What a program says of its failure, at most. */
    private static final int MAX_MESSAGE = 2_000;

    private static final Duration TO_DIE = Duration.ofSeconds(5);

    /** By SIGKILL or SIGTERM: nothing that a program does to itself. */
    private static final int KILLED = 128 + 9;

    private static final int TERMINATED = 128 + 15;

    /** One pool of memory for all threads, or their address spaces would be most of the limit. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LC_ALL", "C", "AV_LOG_FORCE_NOCOLOR", "1", "MALLOC_ARENA_MAX", "1");

    private final ProgramLimits limits;
    private final PreviewProperties properties;

    Programs(ProgramLimits limits, PreviewProperties properties) {
        this.limits = limits;
        this.properties = properties;
    }

    /** The program of this name on the path, or at this path; empty when there is none that can be run. */
    public static Optional<Path> find(String program) {
        var path = Path.of(program);
        if (path.getNameCount() > 1) {
            return Optional.of(path).filter(Files::isExecutable);
        }
        var folders = System.getenv().getOrDefault("PATH", "").split(":", -1);
        return Stream.of(folders)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** All that it printed. Fails as {@link #run(ProgramRun, OutputReader)}. */
    public byte[] run(ProgramRun run) throws IOException {
        var printed = new ByteArrayOutputStream();
        run(run, (bytes, length) -> printed.write(bytes, 0, length));
        return printed.toByteArray();
    }

    /**
     * Hands on what it prints, on another thread, all of it before this returns. Fails with {@link ProgramFailed} when
     * the program fails, prints too much or takes too long; with {@link ProgramKilled}; and with {@link
     * InterruptedIOException}.
     */
    public void run(ProgramRun run, OutputReader output) throws IOException {
        var process = start(run);
        try {
            var printed = new Drain(process, process.getInputStream(), run.maxOutput(), output);
            var said = new Message(process);
            await(run, process);
            printed.await();
            said.await();
            judge(run, process.exitValue(), printed.failure(), said.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } finally {
            end(process);
        }
    }

    private Process start(ProgramRun run) throws IOException {
        var builder = new ProcessBuilder(limits.limited(run)).directory(run.folder().toFile());
        var path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        if (path != null) {
            builder.environment().put("PATH", path);
        }
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private void await(ProgramRun run, Process process) throws IOException, InterruptedException {
        var limit = properties.programLimit();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProgramFailed("%s took longer than %s".formatted(name(run), limit));
        }
    }

    private static void judge(
            ProgramRun run, int code, @Nullable IOException failure, String message)
            throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (code == KILLED || code == TERMINATED) {
            throw new ProgramKilled("%s was ended from outside".formatted(name(run)));
        }
        if (code != 0) {
            throw new ProgramFailed("%s failed (%d): %s".formatted(name(run), code, message));
        }
    }

    private static String name(ProgramRun run) {
        return String.valueOf(Path.of(run.command().getFirst()).getFileName());
    }

    /** The children first: nobody knows whose they are once their parent is gone. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void end(Process process) {
        kill(process);
        var interrupted = Thread.interrupted();
        try {
            process.waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The beginning of what a program says on its standard error; the rest is read and dropped. */
    private static final class Message {

        private final StringBuilder text = new StringBuilder();
        private final Drain drain;

        Message(Process process) {
            this.drain = new Drain(process, process.getErrorStream(), Long.MAX_VALUE, this::keep);
        }

        private void keep(byte[] bytes, int length) {
            var kept = Math.min(length, MAX_MESSAGE - text.length());
            text.append(new String(bytes, 0, kept, StandardCharsets.ISO_8859_1));
        }

        void await() throws InterruptedException {
            drain.await();
        }

        String text() {
            return text.toString().strip();
        }
    }

    /** Reads one of a program's pipes to its end, whatever happens, so that the program never waits for us. */
    private static final class Drain {

        private static final int BUFFER = 64 * 1024;

        private final Process process;
        private final InputStream pipe;
        private final long most;
        private final OutputReader reader;
        private final Thread thread;
        private volatile @Nullable IOException failure;

        Drain(Process process, InputStream pipe, long most, OutputReader reader) {
            this.process = process;
            this.pipe = pipe;
            this.most = most;
            this.reader = reader;
            this.thread = Thread.ofPlatform().daemon().name("program-output").start(this::drain);
        }

        private void drain() {
            var buffer = new byte[BUFFER];
            try {
                var all = 0L;
                for (var length = pipe.read(buffer); length >= 0; length = pipe.read(buffer)) {
                    all += length;
                    if (all > most) {
                        throw new ProgramFailed("a program printed too much");
                    }
                    reader.read(buffer, length);
                }
            } catch (IOException e) {
                failure = e;
                kill(process);
            }
        }

        /** A grandchild that is left alone could hold the pipe open. */
        void await() throws InterruptedException {
            if (!thread.join(TO_DIE)) {
                failure = new ProgramFailed("a program left its output open");
            }
        }

        @Nullable IOException failure() {
            return failure;
        }
    }
}
