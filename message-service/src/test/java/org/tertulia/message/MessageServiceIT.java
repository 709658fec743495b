package org.tertulia.message;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tertulia.test.OpenApiContract;
import org.tertulia.test.OutboxContract;
import org.tertulia.test.ProblemContract;
import org.tertulia.test.SecurityContract;
import reactor.core.publisher.Mono;

/** What every service owes. */
class MessageServiceIT extends MessageApi
        implements SecurityContract, ProblemContract, OpenApiContract, OutboxContract {

    @Override
    public List<String> securedRequests() {
        var chat = "/api/v1/chats/" + UUID.randomUUID();
        return List.of(
                "POST " + chat + "/messages",
                "GET " + chat + "/messages",
                "GET " + chat + "/messages/1",
                "PUT " + chat + "/messages/1",
                "DELETE " + chat + "/messages/1",
                "GET " + chat + "/messages/1/versions",
                "GET " + chat + "/messages/1/previews",
                "GET " + chat + "/messages/1/reactions/x",
                "PUT " + chat + "/messages/1/reactions/x",
                "DELETE " + chat + "/messages/1/reactions/x",
                "PUT " + chat + "/messages/1/pin",
                "DELETE " + chat + "/messages/1/pin",
                "GET " + chat + "/pins",
                "GET " + chat + "/log",
                "PUT " + chat + "/read-marker",
                "GET /api/v1/conversations",
                "GET /api/v1/search/messages?q=hola",
                "GET /api/v1/realtime");
    }

    @Override
    public List<String> publicRequests() {
        return List.of("GET /livez", "GET /readyz", "GET /openapi.yaml", "GET /asyncapi.yaml");
    }

    @Override
    public List<String> securedSockets() {
        return List.of("/api/v1/realtime");
    }

    @Override
    public String pathOfAPost() {
        return "/api/v1/chats/" + UUID.randomUUID() + "/messages";
    }

    @Override
    public Set<String> servedOtherwise() {
        return Set.of("GET /api/v1/realtime", "GET /asyncapi.yaml");
    }

    @Override
    public String outboxTopic() {
        return "message.events.v1";
    }

    @Override
    public Mono<UUID> change() {
        return Mono.fromSupplier(() -> TestChat.group(ana.id()).id());
    }

    @Override
    public boolean changeJoinsATransaction() {
        return false;
    }
}
