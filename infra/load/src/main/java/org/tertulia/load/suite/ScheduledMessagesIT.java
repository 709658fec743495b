package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.MessageView;
import org.tertulia.load.client.Person;

/** What was scheduled is posted once and in order, while those who see to it are killed; and who left is told. */
@Order(11)
class ScheduledMessagesIT {
    private static final String PATH = "/api/v1/scheduled-messages";
    private static final int MANY = 60;
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration APART = Duration.ofMillis(250);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Suite suite = Suite.running();

    @AfterEach
    void recover() {
        suite.control().awaitReady(LIMIT);
    }

    @Test
    void eachShouldBePostedOnceAndInOrder() {
        var people = suite.people("luego", 2);
        var author = people.getFirst();
        var reader = people.getLast();
        var chat = author.chats().group("Mañana", List.of(reader)).id();
        var first = Instant.now().plus(FIRST);
        for (var i = 1; i <= MANY; i++) {
            schedule(author, chat, Integer.toString(i), first.plus(APART.multipliedBy(i)));
        }

        killWhenPosted(reader, chat, 5, "scheduler-service");
        killWhenPosted(reader, chat, 20, "message-service");
        killWhenPosted(reader, chat, 35, "scheduler-service");
        await().atMost(LIMIT).pollInterval(POLL).until(() -> count(author, "sent") == MANY);
        assertThat(texts(reader, chat))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, MANY).mapToObj(Integer::toString).toList());
    }

    @Test
    void whoLeftShouldBeTold() {
        var people = suite.people("fuera", 2);
        var author = people.getLast();
        var chat = people.getFirst().chats().group("Mañana", List.of(author)).id();
        schedule(author, chat, "¡Hola!", Instant.now().plus(FIRST));
        author.chats().tryLeave(chat).success();

        await().atMost(LIMIT).pollInterval(POLL).until(() -> count(author, "refused") == 1);
        await().atMost(LIMIT).pollInterval(POLL).until(() -> isTold(author));
        assertThat(texts(people.getFirst(), chat)).isEmpty();
    }

    /** It may take a moment until it is known who is in a new chat. */
    private static void schedule(Person author, UUID chat, String text, Instant dueAt) {
        var body = Map.of("chatId", chat, "text", text, "dueAt", dueAt);
        await().atMost(LIMIT).until(() -> author.post(PATH, body).isSuccess());
    }

    private void killWhenPosted(Person reader, UUID chat, int enough, String part) {
        await().atMost(LIMIT)
                .pollInterval(POLL)
                .ignoreExceptions()
                .until(() -> texts(reader, chat).size() >= enough);
        suite.control().awaitReady(LIMIT);
        suite.kill(part);
    }

    private static List<String> texts(Person reader, UUID chat) {
        return reader.chats().wholeHistory(chat).stream().map(MessageView::text).toList();
    }

    private static int count(Person author, String state) {
        var answer = author.get(PATH + "?limit=100&state=" + state);
        return answer.isSuccess() ? answer.json().path("items").size() : -1;
    }

    private static boolean isTold(Person author) {
        var answer = author.get("/api/v1/notifications?unread=true");
        return answer.isSuccess()
                && answer.json()
                        .path("items")
                        .valueStream()
                        .anyMatch(it -> it.path("kind").asString().equals("scheduled-message"));
    }
}
