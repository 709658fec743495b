package org.tertulia.local.supervision;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Takes down what a process prints. A file that has grown to 8 MiB becomes {@code .1}, replacing
 * the one before, so a part's output never takes more than twice that.
 */
final class PartLog {
    private static final long LIMIT_BYTES = 8L << 20;
    private static final int REMEMBERED_LINES = 30;

    private final Path file;
    private final Runnable onLine;
    private final Deque<String> last = new ArrayDeque<>();

    /**
     * @param onLine called after each line, by the thread that follows the output
     */
    PartLog(Path file, Runnable onLine) {
        this.file = file;
        this.onLine = onLine;
    }

    /** Copies the output to the file until the process closes it. */
    void follow(InputStream output) {
        try (var lines =
                new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            copy(lines);
        } catch (IOException e) {
            remember("(the log ends here: " + e.getMessage() + ")");
        }
    }

    /** The end of what was printed, oldest line first. */
    List<String> lastLines(int count) {
        synchronized (last) {
            return last.stream().skip(Math.max(0, last.size() - count)).toList();
        }
    }

    private void copy(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        while (line != null) {
            makeRoom();
            var size = Files.exists(file) ? Files.size(file) : 0;
            try (var writer = open()) {
                for (; line != null && size < LIMIT_BYTES; line = lines.readLine()) {
                    writer.write(line + "\n");
                    size += line.length() + 1;
                    remember(line);
                    onLine.run();
                    if (!lines.ready()) {
                        writer.flush();
                    }
                }
            }
        }
    }

    private Writer open() throws IOException {
        return Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void makeRoom() throws IOException {
        if (Files.exists(file) && Files.size(file) >= LIMIT_BYTES) {
            var former = file.resolveSibling(file.getFileName() + ".1");
            Files.move(file, former, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void remember(String line) {
        synchronized (last) {
            last.addLast(line);
            if (last.size() > REMEMBERED_LINES) {
                last.removeFirst();
            }
        }
    }
}
