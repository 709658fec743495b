package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.isEntryOf;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;

/** What members do with messages, and what everybody sees of it. */
class ChangesIT extends ChangesApi {

    @Test
    void everyMemberShouldSeeAllChangesInTheirOrderWhicheverWayTheyWereMade() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            a.send(edit(chat, seq, 1, "adiós"));
            assertThat(answer(a, "message.edit", seq).path("version").asInt()).isEqualTo(2);
            edit(ana, chat, seq, "\"2\"", "hasta luego").expectStatus().isOk();
            put(bruno, REACTION, chat.id(), seq, HEART).expectStatus().isNoContent();
            a.send(reaction("reaction.add", chat, seq, "👍"));
            assertThat(answer(a, "reaction.add", seq).path("seq").asLong()).isEqualTo(6);
            delete(bruno, REACTION, chat.id(), seq, HEART).expectStatus().isNoContent();
            b.send(frame("message.pin", chat, seq, ""));
            assertThat(answer(b, "message.pin", seq).path("seq").asLong()).isEqualTo(8);
            delete(ana, PIN, chat.id(), seq).expectStatus().isNoContent();
            put(ana, PIN, chat.id(), seq).expectStatus().isNoContent();
            a.send(frame("message.unpin", chat, seq, ""));
            assertThat(answer(a, "message.unpin", seq).path("seq").asLong()).isEqualTo(11);
            a.send(reaction("reaction.remove", chat, seq, "👍"));
            answer(a, "reaction.remove", seq);
            a.send(frame("message.delete", chat, seq, ""));
            var done = answer(a, "message.delete", seq);

            assertThat(done.path("op").asString()).isEqualTo("done");
            assertThat(done.path("re").asString()).isEqualTo("message.delete");
            assertThat(done.path("chatId").asString()).isEqualTo(chat.id().toString());
            assertThat(done.path("message").asLong()).isEqualTo(seq);
            assertThat(done.path("seq").asLong()).isEqualTo(13);
            for (var reader : List.of(a, b)) {
                expectEntries(reader, chat.id(), 3, 13);
                assertThat(types(reader, chat))
                        .containsExactly(
                                "message.edited",
                                "message.edited",
                                "reaction.added",
                                "reaction.added",
                                "reaction.removed",
                                "message.pinned",
                                "message.unpinned",
                                "message.pinned",
                                "message.unpinned",
                                "reaction.removed",
                                "message.deleted");
            }
        }
    }

    private static List<String> types(TestSocket.Connection reader, TestChat chat) {
        return reader.frames().stream()
                .filter(frame -> isEntryOf(frame, chat.id()))
                .map(frame -> frame.path("type").asString())
                .toList();
    }

    @Test
    void anEditShouldAnswerWithTheVersionAsItsTag() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();

        edit(ana, chat, seq, "\"1\"", "  adiós\r\n")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .json(
                        "{\"chatId\":\"%s\",\"message\":%d,\"version\":2,\"seq\":3}"
                                .formatted(chat.id(), seq));
        bruno.get(client, MESSAGE, chat.id(), seq)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo("adiós");
    }

    @Test
    void aRepeatShouldBeAnsweredAsTheFirstTimeAndWriteNothing() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        try (var a = ana.connect(port);
                var again = ana.connect(port)) {
            for (var connection : List.of(a, again)) {
                connection.send(edit(chat, seq, 1, "adiós"));
                assertThat(answer(connection, "message.edit", seq).path("version").asInt())
                        .isEqualTo(2);
                connection.send(reaction("reaction.add", chat, seq, "❤"));
                assertThat(op(connection, "reaction.add", seq)).isEqualTo("done");
                connection.send(frame("message.pin", chat, seq, ""));
                assertThat(op(connection, "message.pin", seq)).isEqualTo("done");
            }
            assertThat(lastSeq(ana, chat)).isEqualTo(5);
            edit(ana, chat, seq, "\"1\"", "adiós")
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("ETag", "\"2\"");
            put(ana, REACTION, chat.id(), seq, HEART).expectStatus().isNoContent();
            put(ana, PIN, chat.id(), seq).expectStatus().isNoContent();
            assertThat(lastSeq(ana, chat)).isEqualTo(5);
            for (int i = 0; i < 2; i++) {
                delete(ana, REACTION, chat.id(), seq, HEART).expectStatus().isNoContent();
                delete(ana, PIN, chat.id(), seq).expectStatus().isNoContent();
            }
            assertThat(lastSeq(ana, chat)).isEqualTo(7);
            delete(ana, MESSAGE, chat.id(), seq).expectStatus().isNoContent();
            delete(ana, MESSAGE, chat.id(), seq).expectStatus().isNoContent();
            a.send(frame("message.delete", chat, seq, ""));
            var done = answer(a, "message.delete", seq);
            assertThat(done.path("op").asString()).isEqualTo("done");
            assertThat(done.has("seq")).isFalse();
        }
        assertThat(lastSeq(ana, chat)).isEqualTo(8);
    }

    private static String op(TestSocket.Connection connection, String op, long seq) {
        return answer(connection, op, seq).path("op").asString();
    }

    @Test
    void changesOfOneConnectionShouldBeMadeInTheirOrder() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        try (var a = ana.connect(port)) {
            for (int i = 0; i < 50; i++) {
                a.send(reaction("reaction.add", chat, seq, HEART));
                a.send(reaction("reaction.remove", chat, seq, HEART));
            }
            a.await(100, f -> f.path("op").asString().equals("done"));
            expectEntries(a, chat.id(), 3, 102);
            assertThat(types(a, chat).getLast()).isEqualTo("reaction.removed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 412, version-conflict",
        "0, 400, validation-failed",
        "x, 400, validation-failed",
        "-1, 400, validation-failed",
        "99999999999, 400, validation-failed"
    })
    void anEditOfAnotherVersionShouldBeRefused(String version, int status, String slug) {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();

        expectProblem(edit(ana, chat, seq, "\"%s\"".formatted(version), "x"), status, slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "*", "W/\"1\"", "\"1\", \"2\"", ""})
    void anEditShouldNameExactlyOneVersion(String ifMatch) {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();

        expectProblem(edit(ana, chat, seq, ifMatch, "x"), 400, "validation-failed");
        expectProblem(edit(ana, chat, seq, null, "x"), 428, "precondition-required");
        assertThat(lastSeq(ana, chat)).isEqualTo(2);
    }

    @Test
    void whatIsNoTextAndNoEmojiShouldBeRefused() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();

        expectProblem(edit(ana, chat, seq, "\"1\"", "  "), 400, "validation-failed");
        expectProblem(edit(ana, chat, seq, "\"1\"", "x".repeat(4001)), 400, "validation-failed");
        expectProblem(put(ana, REACTION, chat.id(), seq, "ok"), 400, "validation-failed");
        expectProblem(put(ana, REACTION, chat.id(), seq, "👍👍"), 400, "validation-failed");
        expectProblem(delete(ana, REACTION, chat.id(), seq, "1"), 400, "validation-failed");
        expectProblem(ana.get(client, REACTION, chat.id(), seq, "x"), 400, "validation-failed");
        put(ana, REACTION, chat.id(), seq, "#️⃣").expectStatus().isNoContent();
        assertThat(lastSeq(ana, chat)).isEqualTo(3);
    }

    @Test
    void oneTooManyShouldBeRefused() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        for (int i = 0; i < 20; i++) {
            put(ana, REACTION, chat.id(), seq, Character.toString(0x1F600 + i))
                    .expectStatus()
                    .isNoContent();
        }

        expectProblem(put(bruno, REACTION, chat.id(), seq, HEART), 409, "too-many-reactions");
        for (int i = 0; i < 100; i++) {
            var other = steps.say(ana, chat, "m" + i).path("seq").asLong();
            put(ana, PIN, chat.id(), other).expectStatus().isNoContent();
        }
        expectProblem(put(bruno, PIN, chat.id(), seq), 409, "too-many-pins");
    }

    @Test
    void theVersionsShouldBeToldToMembersByPage() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "one").path("seq").asLong();
        edit(ana, chat, seq, "\"1\"", "two").expectStatus().isOk();
        edit(ana, chat, seq, "\"2\"", "three").expectStatus().isOk();

        var all = steps.read(bruno, MESSAGE + "/versions", chat.id(), seq);
        assertThat(texts(all)).containsExactly("three", "two", "one");
        assertThat(all.path("items").path(0).path("version").asInt()).isEqualTo(3);
        assertThat(all.path("items").path(2).path("at").asString()).isNotEmpty();
        var page = steps.read(bruno, MESSAGE + "/versions?limit=2", chat.id(), seq);
        assertThat(texts(page)).containsExactly("three", "two");
        var next =
                steps.read(
                        bruno,
                        MESSAGE + "/versions?limit=2&cursor={cursor}",
                        chat.id(),
                        seq,
                        page.path("next").asString());
        assertThat(texts(next)).containsExactly("one");
        assertThat(next.path("next").isNull()).isTrue();
        expectProblem(
                bruno.get(client, MESSAGE + "/versions?cursor=x", chat.id(), seq),
                400,
                "malformed-request");
        expectProblem(
                bruno.get(client, MESSAGE + "/versions", chat.id(), 99), 404, "message-not-found");
        delete(ana, MESSAGE, chat.id(), seq).expectStatus().isNoContent();
        assertThat(texts(steps.read(bruno, MESSAGE + "/versions", chat.id(), seq))).isEmpty();
    }

    @Test
    void aConditionShouldNotHideWhatElseHasChanged() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        delete(ana, MESSAGE, chat.id(), seq).expectStatus().isNoContent();

        client.get()
                .uri(MESSAGE, chat.id(), seq)
                .header("Authorization", bruno.bearer())
                .header("If-None-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo("");
    }

    @Test
    void thePinnedMessagesShouldBeListedByPageTheLastPinnedFirst() {
        var chat = chatOf(ana, bruno);
        for (var text : List.of("one", "two", "three", "four")) {
            var seq = steps.say(ana, chat, text).path("seq").asLong();
            put(bruno, PIN, chat.id(), seq).expectStatus().isNoContent();
        }
        delete(ana, PIN, chat.id(), 4).expectStatus().isNoContent();

        var first = steps.read(bruno, "/api/v1/chats/{id}/pins?limit=2", chat.id());
        var second =
                steps.read(
                        bruno,
                        "/api/v1/chats/{id}/pins?limit=2&cursor={cursor}",
                        chat.id(),
                        first.path("next").asString());

        assertThat(texts(first)).containsExactly("four", "three");
        assertThat(first.path("items").path(0).path("pinnedBy").asString())
                .isEqualTo(bruno.id().toString());
        assertThat(texts(second)).containsExactly("one");
        assertThat(second.path("next").isNull()).isTrue();
        expectProblem(
                bruno.get(client, "/api/v1/chats/{id}/pins?cursor=x", chat.id()),
                400,
                "malformed-request");
    }

    private static List<String> texts(JsonNode page) {
        return page.path("items").valueStream().map(v -> v.path("text").asString()).toList();
    }

    @Test
    void whoHasReactedShouldBeToldByPageInTheirOrder() {
        var people =
                List.of(
                        ana,
                        bruno,
                        TestPerson.somebody(),
                        TestPerson.somebody(),
                        TestPerson.somebody());
        var chat = chatOf(people.toArray(TestPerson[]::new));
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        people.forEach(p -> put(p, REACTION, chat.id(), seq, HEART).expectStatus().isNoContent());
        put(ana, REACTION, chat.id(), seq, "👍").expectStatus().isNoContent();

        var found = new ArrayList<UUID>();
        var cursor = "";
        do {
            var page = steps.read(bruno, REACTION + "?limit=2" + cursor, chat.id(), seq, "❤");
            page.path("items")
                    .forEach(item -> found.add(UUID.fromString(item.path("userId").asString())));
            cursor = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asString();
        } while (cursor != null);

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(people.stream().map(TestPerson::id).toList());
        expectProblem(
                bruno.get(client, REACTION + "?cursor=x", chat.id(), seq, HEART),
                400,
                "malformed-request");
        expectProblem(bruno.get(client, REACTION, chat.id(), 99, HEART), 404, "message-not-found");
    }
}
