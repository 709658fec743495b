package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.isEntryOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;

/** The emoji that a chat has of its own: what its members are told of them, and reactions with them. */
class OwnEmojiIT extends ChangesApi {

    private static final String CAFE = ":cafe_con-leche:";
    private static final String REFUSAL = "must be one emoji, or one of the chat's own";

    @Test
    void everyMemberShouldBeToldLiveOfThem() {
        var chat = chatOf(ana, bruno);
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            a.await("hello");
            b.await("hello");
            chat.define("cafe").drop("cafe");
            for (var reader : new TestSocket.Connection[] {a, b}) {
                expectEntries(reader, chat.id(), 2, 3);
                var defined = entry(reader, chat, 2);
                assertThat(defined.path("type").asString()).isEqualTo("emoji.defined");
                assertThat(defined.path("name").asString()).isEqualTo("cafe");
                assertThat(defined.path("mediaId").asString()).isNotEmpty();
                assertThat(defined.path("by").asString()).isEqualTo(ana.id().toString());
                var dropped = entry(reader, chat, 3);
                assertThat(dropped.path("type").asString()).isEqualTo("emoji.dropped");
                assertThat(dropped.path("name").asString()).isEqualTo("cafe");
            }
        }
    }

    private static JsonNode entry(TestSocket.Connection reader, TestChat chat, long seq) {
        return reader.await(f -> isEntryOf(f, chat.id()) && f.path("seq").asLong() == seq);
    }

    @Test
    void membersShouldReactWithThemBothWays() {
        var chat = chatOf(ana, bruno).define("cafe_con-leche");
        steps.awaitLastSeq(ana, chat, 2);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        try (var a = ana.connect(port)) {
            a.send(reaction("reaction.add", chat, seq, CAFE));
            assertThat(answer(a, "reaction.add", seq).path("seq").asLong()).isEqualTo(4);
            put(bruno, REACTION, chat.id(), seq, CAFE).expectStatus().isNoContent();
            put(bruno, REACTION, chat.id(), seq, CAFE).expectStatus().isNoContent();
            expectEntries(a, chat.id(), 4, 5);
            assertThat(entry(a, chat, 5).path("emoji").asString()).isEqualTo(CAFE);

            var view = steps.read(bruno, MESSAGE, chat.id(), seq).path("reactions").path(0);
            assertThat(view.path("emoji").asString()).isEqualTo(CAFE);
            assertThat(view.path("count").asInt()).isEqualTo(2);
            assertThat(view.path("mine").asBoolean()).isTrue();
            var who = steps.read(ana, REACTION, chat.id(), seq, CAFE).path("items");
            assertThat(who.valueStream().map(item -> item.path("userId").asString()))
                    .containsExactly(ana.id().toString(), bruno.id().toString());

            a.send(reaction("reaction.remove", chat, seq, CAFE));
            assertThat(answer(a, "reaction.remove", seq).path("op").asString()).isEqualTo("done");
            delete(bruno, REACTION, chat.id(), seq, CAFE).expectStatus().isNoContent();
        }
        assertThat(steps.read(ana, MESSAGE, chat.id(), seq).path("reactions").isEmpty()).isTrue();
        assertThat(lastSeq(ana, chat)).isEqualTo(7);
    }

    @Test
    void whatIsOfAnotherChatShouldBeRefused() {
        var other = chatOf(ana).define("cafe");
        steps.awaitLastSeq(ana, other, 2);
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();

        expectRefused(put(ana, REACTION, chat.id(), seq, ":cafe:"));
        expectRefusedOverTheSocket(chat, seq, ":cafe:");
        delete(ana, REACTION, chat.id(), seq, ":cafe:").expectStatus().isNoContent();
        assertThat(lastSeq(ana, chat)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {":x:", ":Cafe:", ":café:", "cafe", ":cafe", "::cafe::", ":cafe:❤"})
    void whatIsNoNameShouldBeRefused(String emoji) {
        var chat = chatOf(ana, bruno).define("cafe");
        steps.awaitLastSeq(ana, chat, 2);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();

        expectRefused(put(ana, REACTION, chat.id(), seq, emoji));
        expectRefused(delete(ana, REACTION, chat.id(), seq, emoji));
        expectRefused(ana.get(client, REACTION, chat.id(), seq, emoji));
        expectRefusedOverTheSocket(chat, seq, emoji);
        assertThat(lastSeq(ana, chat)).isEqualTo(3);
    }

    @Test
    void whatTheChatHasNoMoreShouldOnlyBeTakenBack() {
        var chat = chatOf(ana, bruno).define("cafe");
        steps.awaitLastSeq(ana, chat, 2);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        put(ana, REACTION, chat.id(), seq, ":cafe:").expectStatus().isNoContent();
        put(bruno, REACTION, chat.id(), seq, ":cafe:").expectStatus().isNoContent();
        chat.drop("cafe");
        steps.awaitLastSeq(ana, chat, 6);

        assertThat(steps.read(ana, MESSAGE, chat.id(), seq).path("reactions").path(0).path("count"))
                .hasToString("2");
        delete(ana, REACTION, chat.id(), seq, ":cafe:").expectStatus().isNoContent();
        try (var b = bruno.connect(port)) {
            b.send(reaction("reaction.remove", chat, seq, ":cafe:"));
            assertThat(answer(b, "reaction.remove", seq).path("seq").asLong()).isEqualTo(8);
        }
        expectRefused(put(ana, REACTION, chat.id(), seq, ":cafe:"));
        expectRefusedOverTheSocket(chat, seq, ":cafe:");
    }

    private void expectRefusedOverTheSocket(TestChat chat, long seq, String emoji) {
        try (var a = ana.connect(port)) {
            a.send(reaction("reaction.add", chat, seq, emoji));
            var problem = answer(a, "reaction.add", seq).path("problem");
            assertThat(problem.path("type").asString()).isEqualTo(PROBLEM + "validation-failed");
            assertThat(problem.path("status").asInt()).isEqualTo(400);
            var error = problem.path("errors").path(0);
            assertThat(error.path("field").asString()).isEqualTo("emoji");
            assertThat(error.path("message").asString()).isEqualTo(REFUSAL);
        }
    }

    private static void expectRefused(ResponseSpec response) {
        response.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "validation-failed")
                .jsonPath("$.errors[0].field")
                .isEqualTo("emoji")
                .jsonPath("$.errors[0].message")
                .isEqualTo(REFUSAL);
    }
}
