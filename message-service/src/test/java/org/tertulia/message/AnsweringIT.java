package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answering, talking in threads, calling people and forwarding, over HTTP. */
class AnsweringIT extends MessageApi {

    @Autowired DatabaseClient database;

    @Test
    void anAnswerInAThreadShouldBeReadAsSuch() {
        var chat = chatOf(ana, bruno);
        var root = steps.say(ana, chat, "root").path("seq").asLong();
        var first = said(bruno, chat, Map.of("text", "1", "thread", root));
        var second =
                said(
                        bruno,
                        chat,
                        Map.of("text", "2", "thread", root, "replyTo", first.path("seq").asLong()));

        assertThat(second.path("replyTo")).isEqualTo(first.path("seq"));
        assertThat(read(ana, chat, second)).isEqualTo(second);
        var replies = read(ana, chat, root).path("replies");
        assertThat(replies.path("count").asInt()).isEqualTo(2);
        assertThat(replies.path("lastAt")).isEqualTo(second.path("postedAt"));
        assertThat(replies.path("senders").path(0).asString()).isEqualTo(bruno.id().toString());
        var page = steps.read(ana, "/api/v1/chats/{id}/messages", chat.id());
        assertThat(page.path("items").size()).isEqualTo(1);
        assertThat(page.path("lastSeq")).isEqualTo(second.path("seq"));
    }

    @Test
    void whatIsNotThereShouldNotBeAnswered() {
        var chat = chatOf(ana, bruno);
        refused(ana, chat, Map.of("text", "x", "replyTo", 99), "replyTo");
        refused(ana, chat, Map.of("text", "x", "replyTo", 0), "replyTo");
        refused(ana, chat, Map.of("text", "x", "thread", 99), "thread");
        refused(ana, chat, Map.of("text", "x", "thread", -1), "thread");
        refused(ana, chat, Map.of(), "text");
    }

    @Test
    void aMemberShouldBeCalledByHandle() {
        var handle = "b" + bruno.id().toString().substring(0, 8);
        TestEvents.publish(
                Topics.USER_EVENTS,
                new ProfileChanged(bruno.id(), 1, handle, "Bruno", "", null, Instant.now()));
        var chat = chatOf(ana, bruno);
        Awaitility.await()
                .until(() -> said(ana, chat, Map.of("text", "@" + handle)).has("mentions"));

        var mentions = said(ana, chat, Map.of("text", "¡Eh, @" + handle + "!")).path("mentions");
        assertThat(mentions.path("people").path(0).asString()).isEqualTo(bruno.id().toString());
        assertThat(mentions.path("everyone").asBoolean()).isFalse();
    }

    @Test
    void aForwardShouldCopyTheText() {
        var from = chatOf(ana, bruno);
        var to = chatOf(ana);
        var original = steps.say(bruno, from, "uno\ndos @all");

        var plain = said(ana, to, Map.of("forward", place(from, original)));
        assertThat(plain.path("text").asString()).isEqualTo("uno\ndos @all");
        assertThat(plain.path("forwarded").path("chatId").asString())
                .isEqualTo(from.id().toString());
        assertThat(plain.path("forwarded").path("senderId").asString())
                .isEqualTo(bruno.id().toString());
        assertThat(plain.path("forwarded").path("postedAt")).isEqualTo(original.path("postedAt"));
        assertThat(plain.has("mentions")).isFalse();
        assertThat(read(ana, to, plain)).isEqualTo(plain);

        var quoted = said(ana, to, Map.of("text", "mira", "forward", place(from, original)));
        assertThat(quoted.path("text").asString()).isEqualTo("mira\n\n> uno\n> dos @all");
    }

    @Test
    void nobodyShouldEditWhatTheyForward() {
        var from = chatOf(ana, bruno);
        var to = chatOf(ana);
        var original = steps.say(bruno, from, "uno");
        var seq = said(ana, to, Map.of("forward", place(from, original))).path("seq").asLong();

        var edited = ChangesApi.edit(client, ana, to, seq, "\"1\"", "dos");
        ChangesApi.expectProblem(edited, 403, "forbidden");
    }

    @Test
    void aRepeatedForwardShouldBeTheFirstWhateverBecameOfTheOriginal() {
        var from = chatOf(ana, bruno);
        var to = chatOf(ana);
        var original = steps.say(bruno, from, "uno");
        var id = UUID.randomUUID();
        var first = said(ana, to, id, Map.of("forward", place(from, original)));
        change(
                "SELECT * FROM edit_message('%s', %d, '%s', 1, 'dos', '', false, false, '{}', now(), null)"
                        .formatted(from.id(), original.path("seq").asLong(), bruno.id()));
        assertThat(said(ana, to, id, Map.of("forward", place(from, original)))).isEqualTo(first);
        delete(from, original, bruno);
        assertThat(said(ana, to, id, Map.of("forward", place(from, original)))).isEqualTo(first);
        delete(to, first, ana);
        assertThat(said(ana, to, id, Map.of("forward", place(from, original))).path("seq"))
                .isEqualTo(first.path("seq"));
    }

    @Test
    void whatOneMayNotReadShouldNotBeForwarded() {
        var hidden = chatOf(bruno);
        var secret = steps.say(bruno, hidden, "secreto");
        var chat = chatOf(ana);
        var gone = steps.say(ana, chat, "x");
        delete(chat, gone, ana);

        refused(ana, chat, Map.of("forward", place(hidden, secret)), "forward");
        refused(ana, chat, Map.of("forward", place(chat, gone)), "forward");
        refused(ana, chat, Map.of("forward", Map.of("chatId", chat.id(), "seq", 99)), "forward");
        refused(
                ana,
                chat,
                Map.of("forward", Map.of("chatId", UUID.randomUUID(), "seq", 1)),
                "forward");
    }

    @Test
    void aRepeatShouldBeToldAsTheMessageIsNow() {
        var chat = chatOf(ana, bruno);
        var id = UUID.randomUUID();
        var first = said(ana, chat, id, Map.of("text", "uno"));
        change(
                "SELECT * FROM edit_message('%s', %d, '%s', 1, 'dos', '', false, false, '{}', now(), null)"
                        .formatted(chat.id(), first.path("seq").asLong(), ana.id()));
        var again = said(ana, chat, id, Map.of("text", "uno"));

        assertThat(again.path("text").asString()).isEqualTo("dos");
        assertThat(again.path("version").asInt()).isEqualTo(2);
        assertThat(again.path("seq")).isEqualTo(first.path("seq"));
    }

    private static Map<String, Object> place(TestChat chat, JsonNode message) {
        return Map.of("chatId", chat.id(), "seq", message.path("seq").asLong());
    }

    private void delete(TestChat chat, JsonNode message, TestPerson by) {
        change(
                "SELECT * FROM delete_message('%s', %d, '%s', now(), null)"
                        .formatted(chat.id(), message.path("seq").asLong(), by.id()));
    }

    private void change(String sql) {
        database.sql(sql).fetch().all().blockLast();
    }

    private JsonNode read(TestPerson person, TestChat chat, JsonNode message) {
        return read(person, chat, message.path("seq").asLong());
    }

    private JsonNode read(TestPerson person, TestChat chat, long seq) {
        return steps.read(person, "/api/v1/chats/{id}/messages/{seq}", chat.id(), seq);
    }

    private JsonNode said(TestPerson person, TestChat chat, Map<String, Object> content) {
        return said(person, chat, UUID.randomUUID(), content);
    }

    private JsonNode said(TestPerson person, TestChat chat, UUID id, Map<String, Object> content) {
        return JsonMapper.shared()
                .readTree(
                        post(person, chat, id, content)
                                .expectStatus()
                                .isCreated()
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody());
    }

    private void refused(
            TestPerson person, TestChat chat, Map<String, Object> content, String field) {
        post(person, chat, UUID.randomUUID(), content)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "validation-failed")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private WebTestClient.ResponseSpec post(
            TestPerson person, TestChat chat, UUID id, Map<String, Object> content) {
        var body = new HashMap<>(content);
        body.put("clientMessageId", id);
        return client.post()
                .uri("/api/v1/chats/{id}/messages", chat.id())
                .header("Authorization", person.bearer())
                .bodyValue(body)
                .exchange();
    }
}
