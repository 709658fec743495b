package org.tertulia.translation.chats;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Mono;

/** Asks the chat service, which is the authority on who is what in a chat. */
@Component
public final class ChatServiceClient {

    private static final String SERVICE = "chat-service";
    private static final String PRIVATE = "private";
    private static final String MEMBER = "member";

    private final ServiceClients clients;

    ChatServiceClient(ServiceClients clients) {
        this.clients = clients;
    }

    /** What the caller is there. Fails with {@code chat-not-found} when they are no member, and with service-unavailable. */
    public Mono<ChatRole> role(CallerToken caller, ChatId chat) {
        return clients.guard(SERVICE, get(caller, chat))
                .onErrorMap(WebClientResponseException.class, refusal -> refused(refusal, chat))
                .mapNotNull(ChatServiceClient::role)
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(chat)));
    }

    private static @Nullable ChatRole role(ChatView chat) {
        var role = chat.myRole();
        return role == null
                ? null
                : new ChatRole(role, !role.equals(MEMBER) || chat.kind().equals(PRIVATE));
    }

    private static ProblemException refused(WebClientResponseException refusal, ChatId chat) {
        return switch (refusal.getStatusCode().value()) {
            case 403, 404 -> new ChatNotFound(chat);
            case 401 ->
                    new ProblemException(
                            ProblemTypes.UNAUTHENTICATED,
                            "The access token is not valid any more.");
            default ->
                    new ProblemException(
                            ProblemTypes.SERVICE_UNAVAILABLE,
                            "The chat-service can not answer for the moment.");
        };
    }

    private Mono<ChatView> get(CallerToken caller, ChatId chat) {
        return clients.to(SERVICE)
                .get()
                .uri("/api/v1/chats/{chatId}", chat)
                .headers(headers -> headers.setBearerAuth(caller.value()))
                .header(HttpHeaders.ACCEPT, "application/json")
                .retrieve()
                .bodyToMono(ChatView.class);
    }

    /** The part of the chat service's view that matters here. */
    record ChatView(String kind, @Nullable String myRole) {}
}
