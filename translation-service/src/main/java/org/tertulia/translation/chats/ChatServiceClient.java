package org.tertulia.translation.chats;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Mono;

/** Asks the chat service, which is the authority on who is what in a chat. */
@Component
public final class ChatServiceClient {

    private static final String SERVICE = "chat-service";
    private static final String PRIVATE = "private";

    /** What those are who decide in a chat, as the chat service has it. */
    private static final Set<String> LEADERS = Set.of("owner", "admin");

    private final ServiceClients clients;

    ChatServiceClient(ServiceClients clients) {
        this.clients = clients;
    }

    /** What the caller is there. Fails with {@code chat-not-found} when they are no member, and with service-unavailable. */
    public Mono<ChatRole> role(CallerToken caller, ChatId chat) {
        return clients.guard(SERVICE, get(caller, chat))
                .onErrorMap(
                        WebClientResponseException.class,
                        it -> Refusals.of(SERVICE, it.getStatusCode().value(), chat))
                .mapNotNull(ChatServiceClient::role)
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(chat)));
    }

    private static @Nullable ChatRole role(ChatView chat) {
        var role = chat.myRole();
        return role == null
                ? null
                : new ChatRole(role, LEADERS.contains(role) || chat.kind().equals(PRIVATE));
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
