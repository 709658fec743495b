package org.tertulia.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes small JSON files whole: a reader sees the former content or the new one. */
public final class StateFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StateFile() {}

    /** Replaces the file's content. */
    public static void write(Path file, Object content) {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, text(content) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** The file's content; empty when there is none or it is not of that type. */
    public static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.of(parse(Files.readString(file), type));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** One line of JSON. */
    public static String text(Object content) {
        return JSON.writeValueAsString(content);
    }

    /**
     * The value of a line of JSON.
     *
     * @throws JacksonException when the text is not of that type
     */
    public static <T> T parse(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }
}
