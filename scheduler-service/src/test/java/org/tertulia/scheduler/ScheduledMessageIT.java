package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** What people do with their scheduled messages, and what nobody else can. */
class ScheduledMessageIT extends ScheduledMessagesApi {

    private final UUID bruno = UUID.randomUUID();

    @Test
    void schedulingShouldAnswerWithTheMessage() {
        var chat = chatOf(ana).id();
        var due = in(Duration.ofHours(1));
        var photo = UUID.randomUUID();
        var other = UUID.randomUUID();
        var body = new HashMap<String, Object>(wish(chat, " ¡Hola,\r\n@bruno! ", due));
        body.putAll(Map.of("zone", "Europe/Madrid", "thread", 3, "replyTo", 7));
        body.put("attachments", List.of(file(photo, " Ana y\r\nBruno "), file(other, " ")));
        var response = schedule(ana, body);
        var made = expect(201, response);

        response.expectHeader().valueEquals(HttpHeaders.LOCATION, SCHEDULED + path(made));
        response.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        assertThat(made.path("chatId").asString()).isEqualTo(chat.toString());
        assertThat(made.path("text").asString()).isEqualTo("¡Hola,\n@bruno!");
        assertThat(made.path("dueAt").asString()).isEqualTo(due.toString());
        assertThat(made.path("zone").asString()).isEqualTo("Europe/Madrid");
        assertThat(made.path("thread").asInt()).isEqualTo(3);
        assertThat(made.path("replyTo").asInt()).isEqualTo(7);
        assertThat(made.at("/attachments/0/mediaId").asString()).isEqualTo(photo.toString());
        assertThat(made.at("/attachments/0/alt").asString()).isEqualTo("Ana y\nBruno");
        assertThat(made.at("/attachments/1").has("alt")).isFalse();
        assertThat(made.path("state").asString()).isEqualTo("waiting");
        assertThat(made.get("refusal").isNull()).isTrue();
        assertThat(made.get("message").isNull()).isTrue();
        assertThat(now(ana, made)).isEqualTo(made);
    }

    @Test
    void whatIsAbsentShouldBeTheUsual() {
        var made = hourly(ana, chatOf(ana).id());
        assertThat(made.path("zone").asString()).isEqualTo("UTC");
        assertThat(made.get("thread").isNull()).isTrue();
        assertThat(made.get("replyTo").isNull()).isTrue();
        assertThat(made.path("attachments").size()).isZero();
    }

    @Test
    void onlyMembersShouldSchedule() {
        var chat = chatOf(ana, bruno);
        var body = wish(chat.id(), "x", in(Duration.ofHours(1)));
        expectProblem(schedule(UUID.randomUUID(), body), 404, "chat-not-found");
        expectProblem(
                schedule(ana, with(body, "chatId", UUID.randomUUID())), 404, "chat-not-found");
        expect(201, schedule(bruno, body));
        TestEvents.publish(Topics.CHAT_EVENTS, chat.removed(bruno));
        awaitMembers(chat.id(), 1);
        expectProblem(schedule(bruno, body), 404, "chat-not-found");
        TestEvents.publish(Topics.CHAT_EVENTS, chat.deleted());
        awaitMembers(chat.id(), 0);
        expectProblem(schedule(ana, body), 404, "chat-not-found");
    }

    @Test
    void badWishesShouldBeRefused() {
        var good = wish(chatOf(ana).id(), "x", in(Duration.ofHours(1)));
        for (var text :
                List.of("", " \u200b ", "\u0007", "a".repeat(4001), "👨‍👩‍👧‍👦".repeat(700))) {
            refused(schedule(ana, with(good, "text", text)), "text");
        }
        for (var due : List.of(now(), in(Duration.ofHours(-1)), in(Duration.ofDays(367)))) {
            refused(schedule(ana, with(good, "dueAt", due.toString())), "dueAt");
        }
        refused(schedule(ana, with(good, "zone", "+02:00")), "zone");
        refused(schedule(ana, with(good, "thread", 0)), "thread");
        refused(schedule(ana, with(good, "replyTo", -1)), "replyTo");
        var photo = file(UUID.randomUUID(), "x");
        refused(schedule(ana, with(good, "attachments", List.of(photo, photo))), "attachments");
        var many = Stream.generate(() -> file(UUID.randomUUID(), "x")).limit(11).toList();
        refused(schedule(ana, with(good, "attachments", many)), "attachments");
        var told = List.of(photo, file(UUID.randomUUID(), "a".repeat(1_001)));
        refused(schedule(ana, with(good, "attachments", told)), "attachments[1].alt");
        refused(schedule(ana, Map.of("text", "x", "dueAt", good.get("dueAt"))), "chatId");
        refused(schedule(ana, Map.of("text", "x", "chatId", good.get("chatId"))), "dueAt");
        expectProblem(schedule(ana, with(good, "dueAt", "tomorrow")), 400, "malformed-request");
        expectProblem(
                scheduled(HttpMethod.GET, ana, "/not-an-id").exchange(), 400, "malformed-request");
    }

    @Test
    void filesShouldDoWithoutAText() {
        var body =
                Map.of(
                        "chatId",
                        chatOf(ana).id(),
                        "dueAt",
                        in(Duration.ofDays(366)).toString(),
                        "attachments",
                        List.of(Map.of("mediaId", UUID.randomUUID())));
        var made = expect(201, schedule(ana, body));
        assertThat(made.path("text").asString()).isEmpty();
        assertThat(expect(200, change(ana, made, Map.of("text", " "))).path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void aRepeatWithTheSameKeyShouldGetTheFirstMessage() {
        var key = UUID.randomUUID().toString();
        var body = wish(chatOf(ana, bruno).id(), "x", in(Duration.ofHours(1)));
        var first = expect(201, keyed(ana, key, body));

        assertThat(expect(201, keyed(ana, key, body))).isEqualTo(first);
        assertThat(path(expect(201, keyed(bruno, key, body)))).isNotEqualTo(path(first));
        expectProblem(keyed(ana, key, with(body, "text", "y")), 422, "idempotency-key-reused");
        var reminder =
                request(HttpMethod.POST, ana, "")
                        .header("Idempotency-Key", key)
                        .bodyValue(Map.of("text", "x", "dueAt", body.get("dueAt")));
        expectProblem(reminder.exchange(), 422, "idempotency-key-reused");
        refused(keyed(ana, "k".repeat(256), body), "Idempotency-Key");
        cancel(ana, first).expectStatus().isNoContent();
        expectProblem(keyed(ana, key, body), 404, "not-found");
    }

    @Test
    void onlySoManyShouldWait() {
        var chat = chatOf(ana, bruno).id();
        insertWaiting(ana, chat, 99);
        var last = hourly(ana, chat);
        var body = wish(chat, "x", in(Duration.ofHours(1)));
        expectProblem(schedule(ana, body), 409, "too-many-scheduled-messages");
        expect(201, schedule(bruno, body));
        cancel(ana, last).expectStatus().isNoContent();
        expect(201, schedule(ana, body));
    }

    @Test
    void listsShouldComeInPagesAndWhatWaitsAsItIsDue() {
        var chat = chatOf(ana, bruno).id();
        var made = new ArrayList<String>();
        for (int hours : List.of(3, 1, 2, 1)) {
            made.addFirst(path(schedule(ana, chat, "x", in(Duration.ofHours(hours)))));
        }
        var elsewhere = path(hourly(ana, chatOf(ana).id()));
        hourly(bruno, chat);

        var all = Stream.concat(Stream.of(elsewhere), made.stream()).toList();
        assertThat(pages(ana, "")).isEqualTo(all);
        assertThat(pages(ana, "&chatId=" + chat)).isEqualTo(made);
        assertThat(pages(ana, "&state=waiting&chatId=" + chat))
                .containsExactly(made.get(2), made.getFirst(), made.get(1), made.get(3));
        assertThat(pages(ana, "&state=sent")).isEmpty();
        assertThat(pages(ana, "&chatId=" + UUID.randomUUID())).isEmpty();
        refused(list(ana, "?state=asleep"), "state");
        refused(list(ana, "?limit=101"), "limit");
        for (var query : List.of("?cursor=abc", "?state=waiting&cursor=abc", "?chatId=abc")) {
            expectProblem(list(ana, query), 400, "malformed-request");
        }
    }

    @Test
    void changeShouldKeepWhatIsAbsent() {
        var made = hourly(ana, chatOf(ana).id());

        var said = expect(200, change(ana, made, Map.of("text", "¡Adiós!")));
        assertThat(said.path("text").asString()).isEqualTo("¡Adiós!");
        assertThat(said.path("dueAt")).isEqualTo(made.path("dueAt"));
        assertThat(said.path("version").asInt()).isEqualTo(2);

        var due = in(Duration.ofHours(2)).toString();
        var timed = expect(200, change(ana, made, Map.of("dueAt", due, "zone", "Asia/Tokyo")));
        assertThat(timed.path("dueAt").asString()).isEqualTo(due);
        assertThat(timed.path("zone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(timed.path("text").asString()).isEqualTo("¡Adiós!");

        assertThat(expect(200, change(ana, made, Map.of("dueAt", due)))).isEqualTo(timed);
        assertThat(expect(200, change(ana, made, Map.of()))).isEqualTo(timed);
        refused(change(ana, made, Map.of("text", " ")), "text");
        refused(change(ana, made, Map.of("dueAt", "2020-01-01T00:00:00Z")), "dueAt");
        refused(change(ana, made, Map.of("zone", "Atlantis")), "zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "POST /send", "DELETE"})
    void anotherVersionShouldFailThePrecondition(String line) {
        var made = hourly(ana, chatOf(ana).id());
        var parts = line.split(" ", -1);
        var path = path(made) + (parts.length > 1 ? parts[1] : "");
        var request =
                scheduled(HttpMethod.valueOf(parts[0]), ana, path)
                        .header(HttpHeaders.IF_MATCH, "\"7\"");
        expectProblem(
                request.bodyValue(Map.of("text", "x")).exchange(), 412, "precondition-failed");
        assertThat(now(ana, made)).isEqualTo(made);
    }

    @Test
    void othersShouldFindNothing() {
        var chat = chatOf(ana, bruno).id();
        var made = hourly(ana, chat);

        expectProblem(readScheduled(bruno, made), 404, "not-found");
        expectProblem(change(bruno, made, Map.of("text", "x")), 404, "not-found");
        expectProblem(send(bruno, made), 404, "not-found");
        expectProblem(cancel(bruno, made), 404, "not-found");
        assertThat(pages(bruno, "&chatId=" + chat)).isEmpty();
        assertThat(now(ana, made)).isEqualTo(made);
    }

    private static Map<String, Object> wish(UUID chat, String text, Instant due) {
        return Map.of("chatId", chat, "text", text, "dueAt", due.toString());
    }

    private static Map<String, Object> with(Map<String, ?> body, String key, Object value) {
        var more = new HashMap<String, Object>(body);
        more.put(key, value);
        return more;
    }

    private ResponseSpec keyed(UUID person, String key, Map<String, ?> body) {
        return scheduled(HttpMethod.POST, person, "")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec list(UUID person, String query) {
        return scheduled(HttpMethod.GET, person, query).exchange();
    }

    private List<String> pages(UUID person, String filter) {
        var paths = new ArrayList<String>();
        var cursor = "";
        do {
            var page = expect(200, list(person, "?limit=2" + filter + cursor));
            page.path("items").valueStream().map(ScheduledMessagesApi::path).forEach(paths::add);
            cursor = next(page);
        } while (!cursor.isEmpty());
        return paths;
    }

    private static Map<String, Object> file(UUID id, String alt) {
        return Map.of("mediaId", id, "alt", alt);
    }

    private static String next(JsonNode page) {
        var next = page.path("next").asString("");
        return next.isEmpty() ? "" : "&cursor=" + next;
    }

    private void insertWaiting(UUID person, UUID chat, int count) {
        database.sql(
                        """
                        insert into scheduled_messages (scheduled_message_id, user_id, chat_id, text, attachments, alts,
                            due_at, zone, state, version, created_at, changed_at)
                        select uuidv7(), :person, :chat, 'x', '{}', '{}', now() + interval '300 days', 'UTC', 'waiting', 1,
                            now(), now()
                        from generate_series(1, :count)
                        """)
                .bind("person", person)
                .bind("chat", chat)
                .bind("count", count)
                .then()
                .block(LIMIT);
    }
}
