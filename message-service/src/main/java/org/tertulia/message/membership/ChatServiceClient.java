package org.tertulia.message.membership;

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

/** Asks the chat service, which is the authority on who is a member of what. */
@Component
final class ChatServiceClient implements ChatAuthority {

    private static final String SERVICE = "chat-service";

    private final ServiceClients clients;

    ChatServiceClient(ServiceClients clients) {
        this.clients = clients;
    }

    @Override
    public Mono<Long> versionForMember(CallerToken caller, ChatId chatId) {
        return clients.guard(SERVICE, get(caller, chatId))
                .onErrorResume(WebClientResponseException.class, ChatServiceClient::refused)
                .filter(chat -> chat.myRole() != null)
                .map(ChatView::version);
    }

    private static Mono<ChatView> refused(WebClientResponseException refusal) {
        return switch (refusal.getStatusCode().value()) {
            case 403, 404 -> Mono.empty();
            case 401 ->
                    Mono.error(
                            new ProblemException(
                                    ProblemTypes.UNAUTHENTICATED,
                                    "The access token is not valid any more."));
            default ->
                    Mono.error(
                            new ProblemException(
                                    ProblemTypes.SERVICE_UNAVAILABLE,
                                    "The chat-service can not answer for the moment."));
        };
    }

    private Mono<ChatView> get(CallerToken caller, ChatId chatId) {
        return clients.to(SERVICE)
                .get()
                .uri("/api/v1/chats/{chatId}", chatId)
                .headers(headers -> headers.setBearerAuth(caller.value()))
                .header(HttpHeaders.ACCEPT, "application/json")
                .retrieve()
                .bodyToMono(ChatView.class);
    }

    /** The part of the chat service's view that matters here. */
    record ChatView(long version, @Nullable String myRole) {}
}
