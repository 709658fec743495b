package org.tertulia.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who talks with whom about what.
 *
 * @param people everybody, in the order in which they register
 * @param conversations the chats, in the order in which they are held
 */
record DemoScript(List<Person> people, List<Conversation> conversations) {
    /** Somebody, and by which short name the script calls them. */
    record Person(String who, String handle, String name, String language) {}

    /**
     * A chat and what is said in it.
     *
     * @param kind public, group or private
     * @param title empty in a private chat
     * @param members short names, the creator first
     */
    record Conversation(
            String kind, String title, String description, List<String> members, List<Line> lines) {
        String creator() {
            return members.getFirst();
        }
    }

    /** What one person says. */
    record Line(String who, String text) {}

    /** The script that comes with the launcher. */
    static DemoScript load() {
        try (var file = DemoScript.class.getResourceAsStream("/demo/conversations.txt")) {
            return parse(read(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the demo conversations", e);
        }
    }

    private static List<String> read(InputStream file) throws IOException {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .toList();
    }

    static DemoScript parse(List<String> lines) {
        var people = new ArrayList<Person>();
        var conversations = new ArrayList<Conversation>();
        for (var line : lines) {
            var word = line.substring(0, line.indexOf(' '));
            var rest = line.substring(word.length() + 1);
            switch (word) {
                case "person" -> people.add(person(fields(rest)));
                case "public", "group" -> conversations.add(conversation(word, fields(rest)));
                case "private" -> conversations.add(privateConversation(rest));
                case "with" -> conversations.getLast().members().addAll(names(rest).toList());
                default -> conversations.getLast().lines().add(line(word, rest));
            }
        }
        return new DemoScript(people, conversations);
    }

    private static Line line(String word, String text) {
        if (!word.endsWith(":")) {
            throw new IllegalArgumentException("Who says this? " + word + " " + text);
        }
        return new Line(word.substring(0, word.length() - 1), text);
    }

    private static Person person(List<String> fields) {
        return new Person(fields.get(0), fields.get(1), fields.get(2), fields.get(3));
    }

    private static Conversation conversation(String kind, List<String> fields) {
        var members = new ArrayList<>(List.of(fields.get(0)));
        return new Conversation(kind, fields.get(1), fields.get(2), members, new ArrayList<>());
    }

    private static Conversation privateConversation(String members) {
        return new Conversation("private", "", "", names(members).toList(), new ArrayList<>());
    }

    private static Stream<String> names(String list) {
        return Stream.of(list.split(",")).map(String::strip);
    }

    private static List<String> fields(String line) {
        return Stream.of(line.split("\\|")).map(String::strip).toList();
    }
}
