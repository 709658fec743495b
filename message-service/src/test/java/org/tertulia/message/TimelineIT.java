package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading over HTTP what has been said, and how much of it is unread. */
class TimelineIT extends MessageApi {

    @Autowired DatabaseClient database;

    @Test
    void historyShouldPageBothWays() {
        var chat = chatOf(ana, bruno);
        for (int i = 0; i < 7; i++) {
            steps.say(ana, chat, "m" + i);
        }
        var newest = steps.read(bruno, "/api/v1/chats/{id}/messages?limit=3", chat.id());
        assertThat(texts(newest)).containsExactly("m4", "m5", "m6");
        assertThat(newest.path("after").isNull()).isTrue();
        var older =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?limit=3&before={c}",
                        chat.id(),
                        newest.path("before").asString());
        assertThat(texts(older)).containsExactly("m1", "m2", "m3");
        var oldest =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?limit=3&before={c}",
                        chat.id(),
                        older.path("before").asString());
        assertThat(texts(oldest)).containsExactly("m0");
        assertThat(oldest.path("before").isNull()).isTrue();
        var newer =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?limit=3&after={c}",
                        chat.id(),
                        oldest.path("after").asString());
        assertThat(texts(newer)).containsExactly("m1", "m2", "m3");
        var last =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?limit=5&after={c}",
                        chat.id(),
                        newer.path("after").asString());
        assertThat(texts(last)).containsExactly("m4", "m5", "m6");
        assertThat(last.path("after").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before=x",
                "before=-1",
                "after=",
                "before=1&after=2",
                "before=1&around=2",
                "after=1&at=2026-11-02T09:30:00Z",
                "around=x",
                "at=yesterday",
                "limit=0",
                "limit=101"
            })
    void aPageThatIsNoneShouldBeRefused(String query) {
        var chat = chatOf(ana);
        ana.get(client, "/api/v1/chats/" + chat.id() + "/messages?" + query)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aPageShouldBeFoundAroundAMessage() {
        var chat = chatOf(ana, bruno);
        var seqs =
                IntStream.range(0, 7)
                        .mapToLong(i -> steps.say(ana, chat, "m" + i).path("seq").asLong())
                        .toArray();
        var page =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?limit=4&around={seq}",
                        chat.id(),
                        seqs[3]);
        assertThat(texts(page)).containsExactly("m1", "m2", "m3", "m4");
        var older =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?before={c}",
                        chat.id(),
                        page.path("before").asString());
        assertThat(texts(older)).containsExactly("m0");
        var newer =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?after={c}",
                        chat.id(),
                        page.path("after").asString());
        assertThat(texts(newer)).containsExactly("m5", "m6");
    }

    @Test
    void messagesShouldBeReadByTheirSeqs() {
        var chat = chatOf(ana, bruno);
        var talk = new Talk(client, database, chat);
        var root = talk.say(ana, "m0");
        var reply = talk.say(bruno, "in its thread", root);
        var deleted = talk.say(ana, "gone");
        var edited = talk.say(ana, "m1");
        talk.remove(ana, deleted);
        talk.edit(ana, edited, 1, "m2", "", false);
        var page =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?seqs={a},{b},{c},{d},{d},1,999",
                        chat.id(),
                        edited,
                        deleted,
                        reply,
                        root,
                        root);

        assertThat(texts(page)).containsExactly("m0", "in its thread", "", "m2");
        assertThat(page.path("items").path(2).has("deletedAt")).isTrue();
        assertThat(page.path("items").path(3).path("version").asInt()).isEqualTo(2);
        assertThat(page.path("before").isNull()).isTrue();
        assertThat(page.path("after").isNull()).isTrue();
        assertThat(page.path("lastSeq").asLong()).isEqualTo(edited + 2);
        assertThat(texts(steps.read(bruno, "/api/v1/chats/{id}/messages?seqs=999", chat.id())))
                .isEmpty();
        TestPerson.somebody()
                .get(client, "/api/v1/chats/{id}/messages?seqs={a}", chat.id(), root)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "chat-not-found");
    }

    @Test
    void aHundredMessagesShouldBeReadAtOnceAndNoMore() {
        var chat = chatOf(ana);
        var hundred = IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).toList();
        var path = "/api/v1/chats/" + chat.id() + "/messages?seqs=";
        ana.get(client, path + String.join(",", hundred)).expectStatus().isOk();
        ana.get(client, path + String.join(",", hundred) + ",101")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seqs=",
                "seqs=0",
                "seqs=-1,2",
                "seqs=x",
                "seqs=1&before=2",
                "seqs=1&after=2",
                "seqs=1&around=2",
                "seqs=1&at=2026-11-02T09:30:00Z",
                "seqs=1&limit=10"
            })
    void seqsThatAreNoneShouldBeRefused(String query) {
        var chat = chatOf(ana);
        ana.get(client, "/api/v1/chats/" + chat.id() + "/messages?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "validation-failed");
    }

    @Test
    void aPageShouldBeginAtADate() {
        var chat = chatOf(ana, bruno);
        IntStream.range(0, 3).forEach(i -> steps.say(ana, chat, "m" + i));
        var third =
                steps.read(bruno, "/api/v1/chats/{id}/messages", chat.id()).path("items").path(2);
        var page =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?at={t}",
                        chat.id(),
                        third.path("postedAt").asString());
        assertThat(texts(page)).contains("m2");
        var all =
                steps.read(bruno, "/api/v1/chats/{id}/messages?at=2020-01-01T00:00:00Z", chat.id());
        assertThat(texts(all)).containsExactly("m0", "m1", "m2");
        assertThat(all.path("before").isNull()).isTrue();
        var none =
                steps.read(bruno, "/api/v1/chats/{id}/messages?at=2099-01-01T00:00:00Z", chat.id());
        assertThat(texts(none)).isEmpty();
        var back =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/messages?before={c}",
                        chat.id(),
                        none.path("before").asString());
        assertThat(texts(back)).containsExactly("m0", "m1", "m2");
    }

    @Test
    void theLogShouldHaveEverything() {
        var chat = chatOf(ana, bruno);
        steps.say(ana, chat, "hola");
        var log = steps.read(ana, "/api/v1/chats/{id}/log", chat.id());

        assertThat(log.path("lastSeq").asLong()).isEqualTo(2);
        assertThat(log.path("items").valueStream().map(e -> e.path("type").asString()))
                .containsExactly("chat.opened", "message.posted");
        assertThat(
                        steps.read(ana, "/api/v1/chats/{id}/log?after=1&limit=1", chat.id())
                                .path("items")
                                .size())
                .isEqualTo(1);
        ana.get(client, "/api/v1/chats/{id}/log?after=-1", chat.id()).expectStatus().isBadRequest();
    }

    @Test
    void unreadShouldCountWhatOthersSaid() {
        var chat = chatOf(ana, bruno);
        steps.say(ana, chat, "1");
        steps.say(bruno, chat, "2");
        steps.say(ana, chat, "3");
        assertThat(conversation(bruno, chat).path("unread").asInt()).isEqualTo(2);
        assertThat(conversation(ana, chat).path("unread").asInt()).isEqualTo(1);
        assertThat(conversation(ana, chat).path("lastMessage").path("text").asString())
                .isEqualTo("3");

        assertThat(mark(bruno, chat, 3).path("unread").asInt()).isEqualTo(1);
        assertThat(mark(bruno, chat, 2).path("readSeq").asLong()).isEqualTo(3);
        var all = mark(bruno, chat, 999);
        assertThat(all.path("readSeq").asLong()).isEqualTo(4);
        assertThat(all.path("unread").asInt()).isZero();
        assertThat(conversation(bruno, chat).path("unread").asInt()).isZero();
    }

    @Test
    void conversationsShouldPage() {
        var chats = List.of(chatOf(ana), chatOf(ana), chatOf(ana));
        var first = steps.read(ana, "/api/v1/conversations?limit=2");
        assertThat(first.path("items").size()).isEqualTo(2);
        var second =
                steps.read(
                        ana,
                        "/api/v1/conversations?limit=2&cursor={c}",
                        first.path("next").asString());
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(chats).hasSize(3);
    }

    private JsonNode mark(TestPerson person, TestChat chat, long seq) {
        var body =
                client.put()
                        .uri("/api/v1/chats/{id}/read-marker", chat.id())
                        .header("Authorization", person.bearer())
                        .bodyValue(Map.of("seq", seq))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JsonMapper.builder().build().readTree(body);
    }

    private JsonNode conversation(TestPerson person, TestChat chat) {
        return steps.read(person, "/api/v1/conversations")
                .path("items")
                .valueStream()
                .filter(c -> chat.id().toString().equals(c.path("chatId").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode page) {
        return page.path("items").valueStream().map(m -> m.path("text").asString()).toList();
    }
}
