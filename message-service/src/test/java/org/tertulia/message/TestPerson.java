package org.tertulia.message;

import java.util.Map;
import java.util.UUID;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.TestSocket;
import org.tertulia.test.TestTokens;

/** Somebody who talks to the service over HTTP and WebSocket. */
public record TestPerson(UUID id, UUID sessionId) {

    public static TestPerson somebody() {
        return new TestPerson(UUID.randomUUID(), UUID.randomUUID());
    }

    public String token() {
        return TestTokens.accessToken(id, sessionId);
    }

    public String bearer() {
        return "Bearer " + token();
    }

    /** Connects and waits for the hello. */
    public TestSocket.Connection connect(int port) {
        var connection = knock(port);
        connection.await("hello");
        return connection;
    }

    /** Connects. */
    public TestSocket.Connection knock(int port) {
        return TestSocket.to(port, "/api/v1/realtime").subprotocolToken(token()).open();
    }

    public WebTestClient.ResponseSpec post(
            WebTestClient client, UUID chatId, UUID clientMessageId, String text) {
        return client.post()
                .uri("/api/v1/chats/{chatId}/messages", chatId)
                .header("Authorization", bearer())
                .bodyValue(Map.of("clientMessageId", clientMessageId, "text", text))
                .exchange();
    }

    public WebTestClient.ResponseSpec get(WebTestClient client, String uri, Object... variables) {
        return client.get().uri(uri, variables).header("Authorization", bearer()).exchange();
    }

    /** A {@code message.send} frame. */
    public static String send(UUID chatId, UUID clientMessageId, String text) {
        return "{\"op\":\"message.send\",\"chatId\":\"%s\",\"clientMessageId\":\"%s\",\"text\":\"%s\"}"
                .formatted(chatId, clientMessageId, text);
    }
}
