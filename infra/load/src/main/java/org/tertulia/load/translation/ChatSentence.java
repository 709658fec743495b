package org.tertulia.load.translation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What somebody may say in a chat, and how a person would put it in the other language.
 *
 * @param source the language it is in: {@code es} or {@code en}
 * @param text what is said
 * @param reference one good translation; there are others
 */
public record ChatSentence(String source, String text, String reference) {
    private static final String FILE = "/translation/sentences.tsv";

    /** All 40: half of them Spanish, half English. */
    public static List<ChatSentence> all() {
        try (var file = Objects.requireNonNull(ChatSentence.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ChatSentence::ofLine)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChatSentence ofLine(String line) {
        var columns = line.split("\t", -1);
        return new ChatSentence(columns[0], columns[1], columns[2]);
    }

    /** The other language. */
    public String target() {
        return source.equals("es") ? "en" : "es";
    }
}
