package org.tertulia.load.translation;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Apertium without the suite: the stages of one direction in a pipe that stays open and is flushed by a NUL after each
 * text. One text at a time; it checks nothing, and takes plain sentences only.
 */
public final class ApertiumPipe implements AutoCloseable {
    private static final Path MODES = Path.of("/usr/share/apertium/modes");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** Programs that flush by themselves at a NUL. */
    private static final String FLUSH_AT_NUL = "-z";

    private final List<Process> stages;

    private ApertiumPipe(List<Process> stages) {
        this.stages = stages;
    }

    /** Whether this machine has the pair, as Debian installs it. */
    public static boolean isInstalled() {
        return Files.isReadable(mode("es")) && Files.isReadable(mode("en"));
    }

    /** The pipe out of Spanish ({@code es}) or English. */
    public static ApertiumPipe start(String source) {
        try {
            var stages = new ArrayList<ProcessBuilder>();
            for (var stage : Files.readString(mode(source)).strip().split("\\|", -1)) {
                stages.add(new ProcessBuilder(command(stage)).redirectError(Redirect.DISCARD));
            }
            return new ApertiumPipe(ProcessBuilder.startPipeline(stages));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path mode(String source) {
        return MODES.resolve(source.equals("es") ? "spa-eng.mode" : "eng-spa.mode");
    }

    /** A stage of a mode file, in which {@code $1} stands for how to show unknown words and {@code $2} for nothing. */
    private static List<String> command(String stage) {
        var command = new ArrayList<String>();
        WORD.matcher(stage)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .filter(it -> !it.equals("$2"))
                .map(it -> it.equals("$1") ? "-n" : it)
                .forEach(command::add);
        command.add(1, FLUSH_AT_NUL);
        return command;
    }

    /** What it makes of a sentence. */
    public synchronized String translate(String text) {
        try {
            var in = stages.getFirst().getOutputStream();
            in.write((text + ".[][\n]\0").getBytes(StandardCharsets.UTF_8));
            in.flush();
            return text(read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read() throws IOException {
        var out = stages.getLast().getInputStream();
        var bytes = new ByteArrayOutputStream();
        for (var next = out.read(); next != 0; next = out.read()) {
            if (next < 0) {
                throw new EOFException("A stage of the bare pipe has ended");
            }
            bytes.write(next);
        }
        return bytes.toByteArray();
    }

    /** Without the full stop that closes the last sentence, and the empty format after it. */
    private static String text(byte[] answer) {
        var text = new String(answer, StandardCharsets.UTF_8);
        return text.substring(0, Math.max(0, text.lastIndexOf(".[]"))).strip();
    }

    @Override
    public void close() {
        stages.forEach(Process::destroy);
    }
}
