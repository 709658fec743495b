package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saying something over HTTP. */
class PostingIT extends MessageApi {

    @Test
    void aRepeatShouldBeAnsweredLikeTheFirstTime() {
        var chat = chatOf(ana, bruno);
        var id = UUID.randomUUID();
        var first = created(ana, chat, id, "hola");
        var again = created(ana, chat, id, "hola");

        assertThat(again).isEqualTo(first);
        ana.post(client, chat.id(), id, "adiós")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "client-message-id-reused");
    }

    @Test
    void theLocationShouldLeadToTheMessage() {
        var chat = chatOf(ana, bruno);
        var location =
                ana.post(client, chat.id(), UUID.randomUUID(), " hola ")
                        .expectStatus()
                        .isCreated()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getLocation();

        assertThat(steps.read(bruno, location.toString()).path("text").asString())
                .isEqualTo("hola");
        ana.get(client, "/api/v1/chats/{id}/messages/1", chat.id())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "message-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "\u202Eabc", "\u200B", "\uD800"})
    void aTextThatIsNotPlainShouldBeRefused(String text) {
        var chat = chatOf(ana);
        ana.post(client, chat.id(), UUID.randomUUID(), text).expectStatus().isBadRequest();
    }

    @Test
    void aTextThatIsTooLongShouldBeRefused() {
        var chat = chatOf(ana);
        ana.post(client, chat.id(), UUID.randomUUID(), "a".repeat(4000)).expectStatus().isCreated();
        ana.post(client, chat.id(), UUID.randomUUID(), "a".repeat(4001))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("text");
        ana.post(client, chat.id(), UUID.randomUUID(), "👨‍👩‍👧‍👦".repeat(700))
                .expectStatus()
                .isBadRequest();
    }

    private String created(TestPerson person, TestChat chat, UUID id, String text) {
        return person.post(client, chat.id(), id, text)
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
