package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;

/**
 * After anything that people did, in whichever order: the present state equals the log, replayed, and what is
 * unread equals what one counts in it behind the markers.
 */
class CountsIT extends MessageApi {

    private static final int STEPS = 160;
    private static final int CHECK_EVERY = 20;
    private static final List<String> EMOJI = List.of("👍", "❤️", "🎉");

    @Autowired DatabaseClient database;
    private final TestPerson carla = TestPerson.somebody();
    private final List<TestPerson> people = List.of(ana, bruno, carla);

    /** What the test knows by itself: how far everybody has read, where. */
    private final Map<TestPerson, ReadingPerson> readers =
            people.stream().collect(Collectors.toMap(p -> p, p -> new ReadingPerson(p.id())));

    private Talk talk;
    private FileRows files;
    private Random random;

    @BeforeEach
    void nameEverybody() {
        people.forEach(
                person ->
                        TestEvents.publish(
                                Topics.USER_EVENTS,
                                new ProfileChanged(
                                        person.id(),
                                        1,
                                        handle(person),
                                        "N",
                                        "",
                                        null,
                                        Instant.now())));
        Awaitility.await()
                .until(
                        () ->
                                people.stream()
                                        .allMatch(
                                                person ->
                                                        database.sql(
                                                                        "SELECT count(*) FROM people WHERE user_id = $1")
                                                                .bind(0, person.id())
                                                                .mapValue(Long.class)
                                                                .one()
                                                                .block()
                                                                .equals(1L)));
        files = new FileRows(database);
        talk = new Talk(client, database, chatOf(ana, bruno, carla));
        readers.forEach(
                (person, reader) ->
                        reader.startAt(talk.conversation(person).path("readSeq").asLong()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_102, 77})
    void countsAndStateShouldEqualTheLog(long seed) {
        random = new Random(seed);
        var log = new ReplayedLog();
        for (int step = 1; step <= STEPS; step++) {
            act(log);
            replay(log);
            readers.values().forEach(reader -> reader.followThreads(log));
            if (step % CHECK_EVERY == 0) {
                compare(log, "seed %d, step %d".formatted(seed, step));
            }
        }
    }

    private void act(ReplayedLog log) {
        var person = any(people);
        var roots = log.roots();
        var messages = log.seqs();
        switch (messages.isEmpty() ? 0 : random.nextInt(13)) {
            case 0, 1, 2 -> talk.say(person, content(person));
            case 3, 4, 5 -> sayInThread(person, any(roots));
            case 6, 7 -> edit(log, any(messages));
            case 8 -> remove(log, any(messages));
            case 9 -> talk.react(person, any(messages), any(EMOJI), random.nextInt(3) > 0);
            case 10 -> moveMarker(person, log);
            case 11 -> markUnread(person, log);
            default -> thread(person, any(roots), log);
        }
        if (!messages.isEmpty() && random.nextInt(10) == 0) {
            talk.pin(person, any(messages), random.nextBoolean());
        }
    }

    private void remove(ReplayedLog log, long seq) {
        talk.remove(person(log.message(seq).sender()), seq);
    }

    private void edit(ReplayedLog log, long seq) {
        var message = log.message(seq);
        var called = IntStream.range(0, random.nextInt(3)).mapToObj(i -> any(people)).toList();
        var handles =
                called.stream().map(CountsIT::handle).distinct().collect(Collectors.joining(","));
        talk.edit(
                person(message.sender()),
                seq,
                message.version(),
                "edited " + random.nextInt(),
                handles,
                random.nextInt(4) == 0);
    }

    private void moveMarker(TestPerson person, ReplayedLog log) {
        var reader = readers.get(person);
        var seq = random.nextInt((int) log.lastSeq() + 3);
        // Now and then an older device, or one that knows no generations.
        var generation = Math.max(0, reader.generation() - (random.nextInt(4) == 0 ? 1 : 0));
        Map<String, Object> body =
                random.nextInt(5) == 0
                        ? Map.of("seq", seq)
                        : Map.of("seq", seq, "generation", generation);
        var answer = talk.put(person, "/read-marker", body);
        if (!body.containsKey("generation") || generation == reader.generation()) {
            reader.readTo(Math.min(seq, log.lastSeq()));
        }
        assertThat(answer.path("readSeq").asLong()).isEqualTo(reader.readSeq());
        assertThat(answer.path("generation").asInt()).isEqualTo(reader.generation());
        compareCounts(answer, reader, log, "the answer");
    }

    private void markUnread(TestPerson person, ReplayedLog log) {
        var reader = readers.get(person);
        long seq = 1 + random.nextInt((int) log.lastSeq());
        var answer = talk.put(person, "/unread-marker", Map.of("seq", seq));
        reader.backTo(seq - 1);
        compareCounts(answer, reader, log, "the answer");
    }

    private void thread(TestPerson person, long root, ReplayedLog log) {
        var reader = readers.get(person);
        var path = "/threads/" + root;
        switch (random.nextInt(4)) {
            case 0 -> {
                talk.put(person, path + "/follow", Map.of());
                reader.follow(root, log.lastSeq());
            }
            case 1 -> {
                talk.delete(person, path + "/follow");
                reader.leave(root, log.lastSeq());
            }
            default -> {
                long seq = random.nextInt((int) log.lastSeq() + 3);
                talk.put(person, path + "/read-marker", Map.of("seq", seq));
                reader.readThreadTo(root, Math.min(seq, log.lastSeq()));
            }
        }
    }

    private void replay(ReplayedLog log) {
        talk.get(ana, "/log?limit=500&after=" + log.lastSeq()).path("items").forEach(log::apply);
    }

    private void compare(ReplayedLog log, String when) {
        var rewritten = new ReplayedLog();
        JsonNode page;
        do {
            page = talk.get(ana, "/log?limit=500&after=" + rewritten.lastSeq());
            page.path("items").forEach(rewritten::apply);
        } while (rewritten.lastSeq() < page.path("lastSeq").asLong());
        assertThat(rewritten.messages()).as("tombstones, %s", when).isEqualTo(log.messages());
        for (var person : people) {
            assertThat(history(person, log))
                    .as("messages, %s", when)
                    .isEqualTo(log.messagesFor(person.id()));
            var reader = readers.get(person);
            var conversation = talk.conversation(person);
            compareCounts(conversation, reader, log, when);
            assertThat(conversation.path("threadsUnread").asInt())
                    .as("threads of %s, %s", handle(person), when)
                    .isEqualTo(reader.threadsUnread(log));
            compareThreads(person, reader, log, when);
        }
    }

    private static void compareCounts(
            JsonNode told, ReadingPerson reader, ReplayedLog log, String when) {
        assertThat(told.path("unread").asInt())
                .as("unread, %s", when)
                .isEqualTo(reader.unread(log));
        assertThat(told.path("mentions").asInt())
                .as("mentions, %s", when)
                .isEqualTo(reader.mentions(log));
    }

    private void compareThreads(
            TestPerson person, ReadingPerson reader, ReplayedLog log, String when) {
        var told =
                steps.read(person, "/api/v1/threads?limit=100")
                        .path("items")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        t -> t.path("root").path("seq").asLong(),
                                        t ->
                                                List.of(
                                                        t.path("readSeq").asLong(),
                                                        t.path("unread").asLong(),
                                                        t.path("mentions").asLong())));
        assertThat(told).as("followed threads, %s", when).isEqualTo(reader.threads(log));
    }

    /** All messages, threads included, as the person sees them. */
    private Map<Long, ReplayedLog.Seen> history(TestPerson person, ReplayedLog log) {
        var found = new ArrayList<JsonNode>();
        pages(person, "/messages", found);
        log.threads().forEach(root -> pages(person, "/threads/" + root + "/messages", found));
        return found.stream()
                .collect(Collectors.toMap(m -> m.path("seq").asLong(), ReplayedLog.Seen::of));
    }

    private void pages(TestPerson person, String path, List<JsonNode> found) {
        var page = talk.get(person, path + "?limit=30");
        page.path("items").forEach(found::add);
        while (!page.path("before").isNull()) {
            page = talk.get(person, path + "?limit=30&before=" + page.path("before").asString());
            page.path("items").forEach(found::add);
        }
    }

    /** Now and then with files, and then maybe with nothing else. */
    private Map<String, Object> content(TestPerson person) {
        if (random.nextInt(4) > 0) {
            return Map.of("text", text());
        }
        var attachments =
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> Map.of("mediaId", files.image(person.id()), "alt", "a" + i))
                        .toList();
        return Map.of("text", random.nextBoolean() ? text() : "", "attachments", attachments);
    }

    private void sayInThread(TestPerson person, long root) {
        var content = new HashMap<>(content(person));
        content.put("thread", root);
        talk.say(person, content);
    }

    private String text() {
        return switch (random.nextInt(6)) {
            case 0 -> "¡Eh, @all!";
            case 1 -> "@" + handle(any(people)) + " y @" + handle(any(people)) + ", ¿qué tal?";
            case 2 -> "@" + handle(any(people)) + " @all";
            default -> "text " + random.nextInt();
        };
    }

    private TestPerson person(String id) {
        return people.stream().filter(p -> p.id().toString().equals(id)).findFirst().orElseThrow();
    }

    private static String handle(TestPerson person) {
        return "p" + person.id().toString().substring(0, 8);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
