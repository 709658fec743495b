package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What many tests of the running service do. */
public final class ServiceSteps {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebTestClient client;

    public ServiceSteps(WebTestClient client) {
        this.client = client;
    }

    /** Waits until the service knows somebody as a member. */
    public void awaitMember(TestPerson person, TestChat chat) {
        Awaitility.await()
                .until(
                        () ->
                                person.get(client, "/api/v1/chats/{id}/log", chat.id())
                                        .expectBody()
                                        .returnResult()
                                        .getStatus()
                                        .is2xxSuccessful());
    }

    /** Posts and expects it to be stored. */
    public JsonNode say(TestPerson person, TestChat chat, String text) {
        var body =
                person.post(client, chat.id(), UUID.randomUUID(), text)
                        .expectStatus()
                        .isEqualTo(HttpStatus.CREATED)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JSON.readTree(body);
    }

    /** A GET that succeeds. */
    public JsonNode read(TestPerson person, String uri, Object... variables) {
        return JSON.readTree(
                person.get(client, uri, variables)
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    /** Waits until the log of a chat, as a member sees it, has got so far. */
    public void awaitLastSeq(TestPerson member, TestChat chat, long seq) {
        Awaitility.await()
                .until(
                        () ->
                                read(member, "/api/v1/chats/{id}/log", chat.id())
                                                .path("lastSeq")
                                                .asLong()
                                        == seq);
    }

    /** Seqs of the entries of one chat that came, in the order they came. */
    public static List<Long> seqs(TestSocket.Connection connection, UUID chat) {
        return connection.frames().stream()
                .filter(frame -> isEntryOf(frame, chat))
                .map(frame -> frame.path("seq").asLong())
                .toList();
    }

    public static boolean isEntryOf(JsonNode frame, UUID chat) {
        return "entry".equals(frame.path("op").asString())
                && chat.toString().equals(frame.path("chatId").asString());
    }

    /** Waits for the entry with this seq, then expects exactly those from {@code first} to it. */
    public static void expectEntries(
            TestSocket.Connection connection, UUID chat, long first, long last) {
        connection.await(f -> isEntryOf(f, chat) && f.path("seq").asLong() == last);
        assertThat(seqs(connection, chat))
                .isEqualTo(LongStream.rangeClosed(first, last).boxed().toList());
    }

    /** The chat as the hello has it; missing when it is not in there. */
    public static JsonNode chatInHello(TestSocket.Connection connection, UUID chat) {
        return connection
                .await("hello")
                .path("chats")
                .valueStream()
                .filter(c -> chat.toString().equals(c.path("chatId").asString()))
                .findFirst()
                .orElse(JSON.missingNode());
    }
}
