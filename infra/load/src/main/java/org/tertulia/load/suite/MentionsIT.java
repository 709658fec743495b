package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.Json;
import org.tertulia.load.client.MessageView;
import org.tertulia.load.client.Person;
import org.tertulia.load.home.Kcat;
import tools.jackson.databind.JsonNode;

/**
 * Some call others by name while notification-service is killed: each is told of each call once, in the inbox and on the
 * topic, whose events of a person have no gap. {@code TERTULIA_TEST_MENTIONS} says how many calls, 400 without.
 */
@Order(11)
class MentionsIT {
    private static final String MENTIONS = "TERTULIA_TEST_MENTIONS";
    private static final String PART = "notification-service";
    private static final String TOPIC = "notification.events.v1";
    private static final int PAIRS = 8;
    private static final int KILLS = 2;

    /** Who is called was added to the chat before. */
    private static final int INVITATIONS = 1;

    private static final int PAGE = 100;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Suite suite = Suite.running();
    private final int mentions =
            Integer.parseInt(System.getenv().getOrDefault(MENTIONS, "400")) / PAIRS * PAIRS;
    private final AtomicInteger posted = new AtomicInteger();

    /** By whom was called, the messages that did. */
    private final Map<UUID, List<Long>> calls = new ConcurrentHashMap<>();

    @AfterEach
    void recover() {
        suite.control().awaitReady(LIMIT);
    }

    @Test
    void eachShouldBeToldOfEachOnce() throws Exception {
        var people = suite.people("voz", 2 * PAIRS);
        var called = people.subList(PAIRS, 2 * PAIRS);
        var chat = people.getFirst().chats().group("Asamblea", people.subList(1, 2 * PAIRS)).id();
        callWhileKilling(people, chat);

        for (var person : called) {
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> unread(person) >= mentions / PAIRS + INVITATIONS);
            assertThat(told(person)).containsExactlyElementsOf(calls(person));
        }
        if (Kcat.isInstalled()) {
            assertToldOnce(called);
        }
    }

    private void callWhileKilling(List<Person> people, UUID chat) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(PAIRS)) {
            var all =
                    IntStream.range(0, PAIRS)
                            .mapToObj(
                                    it ->
                                            CompletableFuture.runAsync(
                                                    () -> call(people, it, chat), threads))
                            .toList();
            for (var i = 1; i <= KILLS; i++) {
                var enough = mentions * i / (KILLS + 1);
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> posted.get() >= enough);
                suite.control().awaitReady(LIMIT);
                suite.kill(PART);
            }
            all.forEach(CompletableFuture::join);
        }
    }

    /** One calls the other of the pair again and again. */
    private void call(List<Person> people, int number, UUID chat) {
        var person = people.get(number);
        var other = people.get(number + PAIRS);
        for (var i = 1; i <= mentions / PAIRS; i++) {
            var text = "@%s, ¿me oyes? %d".formatted(other.handle(), i);
            var seq = post(person, chat, text);
            calls.computeIfAbsent(other.id(), _ -> new ArrayList<>()).add(seq);
            posted.incrementAndGet();
        }
    }

    private static long post(Person person, UUID chat, String text) {
        var id = UUID.randomUUID();
        return await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .until(() -> person.chats().tryPost(chat, id, text), Answer::isSuccess)
                .as(MessageView.class)
                .seq();
    }

    private List<Long> calls(Person person) {
        return calls.getOrDefault(person.id(), List.of());
    }

    private static int unread(Person person) {
        var answer = person.get("/api/v1/notifications/unread");
        return answer.isSuccess() ? answer.json().path("unread").asInt() : -1;
    }

    /** The messages that the inbox has mentions of, in the order of the inbox from its beginning. */
    private static List<Long> told(Person person) {
        var all = new ArrayList<Long>();
        var cursor = "";
        do {
            var page = person.get("/api/v1/notifications?limit=" + PAGE + cursor).success().json();
            for (var item : page.path("items")) {
                if (item.path("kind").asString().equals("mention")) {
                    all.addFirst(item.path("message").asLong());
                }
            }
            cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    /** The same event may be in the topic again; another one has another version. */
    private void assertToldOnce(List<Person> people) throws IOException, InterruptedException {
        var versions = new HashMap<UUID, Map<Long, JsonNode>>();
        var lines = new Kcat(suite.home()).read(TOPIC, "-o", "beginning", "-e").split("\n");
        for (var line : lines) {
            var event = Json.tree(line);
            versions.computeIfAbsent(
                            UUID.fromString(event.path("userId").asString()), _ -> new TreeMap<>())
                    .put(event.path("version").asLong(), event);
        }
        for (var person : people) {
            var mine = versions.getOrDefault(person.id(), Map.of());
            assertThat(mine.keySet())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, mine.size()).mapToObj(Long::valueOf).toList());
            assertThat(
                            mine.values().stream()
                                    .filter(it -> it.path("kind").asString("").equals("mention"))
                                    .map(it -> it.path("message").asLong()))
                    .containsExactlyElementsOf(calls(person));
        }
    }
}
