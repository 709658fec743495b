package org.tertulia.translation.chats;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Mono;

/** Asks the message service, which is the authority on what is said, and on who may read it. */
@Component
public final class MessageServiceClient {

    private static final String SERVICE = "message-service";

    /** A hundred of the longest texts, with what else a message has. */
    private static final int MAX_ANSWER = 8 << 20;

    private final ServiceClients clients;
    private final WebClient client;

    MessageServiceClient(ServiceClients clients) {
        this.clients = clients;
        this.client =
                clients.to(SERVICE)
                        .mutate()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER))
                        .build();
    }

    /**
     * What those of these messages say now that are there and not deleted. Fails with {@code chat-not-found} when the caller
     * may not read there, and with service-unavailable.
     */
    public Mono<List<SaidMessage>> messages(CallerToken caller, ChatId chat, List<Long> seqs) {
        return clients.guard(SERVICE, get(caller, chat, seqs))
                .onErrorMap(
                        WebClientResponseException.class,
                        it -> Refusals.of(SERVICE, it.getStatusCode().value(), chat))
                .map(MessageServiceClient::said);
    }

    private static List<SaidMessage> said(Page page) {
        return page.items().stream()
                .filter(message -> message.deletedAt() == null)
                .map(it -> new SaidMessage(it.seq(), it.version(), it.text()))
                .toList();
    }

    private Mono<Page> get(CallerToken caller, ChatId chat, List<Long> seqs) {
        var asked = seqs.stream().map(Object::toString).collect(Collectors.joining(","));
        return client.get()
                .uri("/api/v1/chats/{chatId}/messages?seqs={seqs}", chat, asked)
                .headers(headers -> headers.setBearerAuth(caller.value()))
                .header(HttpHeaders.ACCEPT, "application/json")
                .retrieve()
                .bodyToMono(Page.class);
    }

    /** The part of the message service's answer that is read here. */
    record Page(List<Message> items) {}

    /** A message in it. */
    record Message(long seq, int version, String text, @Nullable Instant deletedAt) {}
}
