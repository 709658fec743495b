package org.tertulia.translation.bot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Mono;

/** The bot's own reading and writing in chats, through the services that anybody's goes through. */
final class ConversationClient {

    private static final String MESSAGE_SERVICE = "message-service";
    private static final String CHAT_SERVICE = "chat-service";
    private static final String PRIVATE = "private";
    private static final String MESSAGES = "/api/v1/chats/{chatId}/messages";

    private final ServiceClients clients;
    private final BotSession session;

    ConversationClient(ServiceClients clients, BotSession session) {
        this.clients = clients;
        this.session = session;
    }

    /**
     * What the bot says.
     *
     * @param clientMessageId the same for the same answer, which is then said once
     * @param text the words
     * @param replyTo the message it answers
     * @param thread the thread that is in; null in the main conversation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(UUID clientMessageId, String text, long replyTo, @Nullable Long thread) {}

    /** Says it, unless it was said before, or the bot may not, or what it answers is gone. Fails with service-unavailable. */
    Mono<Void> say(ChatId chat, Answer answer) {
        return asking(
                        MESSAGE_SERVICE,
                        login ->
                                clients.to(MESSAGE_SERVICE)
                                        .post()
                                        .uri(MESSAGES, chat)
                                        .headers(it -> it.setBearerAuth(login.token().value()))
                                        .bodyValue(answer),
                        Said.class)
                .then();
    }

    /** What a message says; empty when it is gone, or has no words. Fails with service-unavailable. */
    Mono<String> read(ChatId chat, long seq) {
        return asking(
                        MESSAGE_SERVICE,
                        login ->
                                clients.to(MESSAGE_SERVICE)
                                        .get()
                                        .uri(MESSAGES + "/{seq}", chat, seq)
                                        .headers(it -> it.setBearerAuth(login.token().value())),
                        Said.class)
                .filter(said -> said.deletedAt() == null && !said.text().isBlank())
                .map(Said::text);
    }

    /** Whether this is a private chat of the bot. Fails with service-unavailable. */
    Mono<Boolean> isPrivate(UUID chat) {
        return asking(
                        CHAT_SERVICE,
                        login ->
                                clients.to(CHAT_SERVICE)
                                        .get()
                                        .uri("/api/v1/chats/{chatId}", chat)
                                        .headers(it -> it.setBearerAuth(login.token().value())),
                        Seen.class)
                .map(seen -> seen.kind().equals(PRIVATE) && seen.myRole() != null)
                .defaultIfEmpty(false);
    }

    /** A request as the bot, a second time with a new token when the one it had was not accepted. */
    private <T> Mono<T> asking(String service, Request request, Class<T> type) {
        return once(service, request, type)
                .onErrorResume(
                        WebClientResponseException.Unauthorized.class,
                        _ -> once(service, request, type))
                .onErrorResume(WebClientResponseException.class, it -> refused(service, it));
    }

    private <T> Mono<T> once(String service, Request request, Class<T> type) {
        return session.login()
                .flatMap(
                        login ->
                                clients.guard(
                                                service,
                                                request.as(login).retrieve().bodyToMono(type))
                                        .doOnError(
                                                WebClientResponseException.Unauthorized.class,
                                                _ -> session.revoke(login)));
    }

    private static <T> Mono<T> refused(String service, WebClientResponseException refusal) {
        var status = refusal.getStatusCode();
        return status.isSameCodeAs(HttpStatus.UNAUTHORIZED)
                        || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
                ? Mono.error(
                        new ProblemException(
                                ProblemTypes.SERVICE_UNAVAILABLE,
                                "The %s does not answer the bot: %s".formatted(service, status)))
                : Mono.empty();
    }

    @FunctionalInterface
    private interface Request {
        RequestHeadersSpec<?> as(BotLogin login);
    }

    /** The part of a message that is read here. */
    record Said(String text, @Nullable Instant deletedAt) {}

    /** The part of a chat that is read here. */
    record Seen(String kind, @Nullable String myRole) {}
}
