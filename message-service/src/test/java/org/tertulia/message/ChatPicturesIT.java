package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.chatInHello;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.isEntryOf;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;

/** The picture of a chat, wherever its members see the chat. */
class ChatPicturesIT extends RealtimeApi {

    private static final String PICTURE = "pictureId";

    @Autowired DatabaseClient database;
    private final UUID picture = UUID.randomUUID();

    @Test
    void aChatWithoutAPictureShouldNotNameOne() {
        var chat = chatOf(ana, bruno);
        talk(chat);

        assertThat(listed(chat).has(PICTURE)).isFalse();
        try (var b = bruno.connect(port)) {
            assertThat(chatInHello(b, chat.id()).has(PICTURE)).isFalse();
            assertThat(snapshot(b, chat).has(PICTURE)).isFalse();
        }
    }

    @Test
    void theListTheHelloAndTheSnapshotShouldNameIt() {
        var chat = chatOf(ana, bruno).picture(picture);
        steps.awaitLastSeq(ana, chat, 2);
        talk(chat);

        assertThat(listed(chat).path(PICTURE).asString()).isEqualTo(picture.toString());
        try (var b = bruno.connect(port)) {
            assertThat(chatInHello(b, chat.id()).path(PICTURE).asString())
                    .isEqualTo(picture.toString());
            assertThat(snapshot(b, chat).path(PICTURE).asString()).isEqualTo(picture.toString());
        }
    }

    @Test
    void aChangeShouldBeToldLive() {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port)) {
            b.await("hello");
            chat.picture(picture).picture(null);
            expectEntries(b, chat.id(), 2, 3);
            var given = b.await(f -> isEntryOf(f, chat.id()) && f.path("seq").asLong() == 2);
            assertThat(given.path("type").asString()).isEqualTo("chat.revised");
            assertThat(given.path(PICTURE).asString()).isEqualTo(picture.toString());
            assertThat(given.path("kind").asString()).isEqualTo("group");
            var taken = b.await(f -> isEntryOf(f, chat.id()) && f.path("seq").asLong() == 3);
            assertThat(taken.has(PICTURE)).isFalse();
        }
        assertThat(listed(chat).has(PICTURE)).isFalse();
    }

    @Test
    void whoJoinsShouldBeToldOfIt() {
        var chat = chatOf(ana).picture(picture);
        try (var b = bruno.connect(port)) {
            b.await("hello");
            chat.add(bruno.id());
            assertThat(b.await("chat.added").path("chat").path(PICTURE).asString())
                    .isEqualTo(picture.toString());
        }
    }

    /** More than a connection of these tests is sent entry by entry. */
    private void talk(TestChat chat) {
        IntStream.range(0, 25).forEach(i -> steps.say(ana, chat, "m" + i));
    }

    private JsonNode listed(TestChat chat) {
        return new Talk(client, database, chat).conversation(bruno);
    }

    private static JsonNode snapshot(TestSocket.Connection connection, TestChat chat) {
        connection.send("{\"op\":\"resume\",\"chats\":{\"%s\":1}}".formatted(chat.id()));
        return connection.await("snapshot").path("chat");
    }
}
