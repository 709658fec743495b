package org.tertulia.starter.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Fetches the signing keys at most once in a while, however many tokens name a key that is not known:
 * the decoder asks again for each of them, and anybody can make up key ids.
 */
final class BoundedKeyFetch implements ExchangeFilterFunction {

    /** New keys are published long before they sign, so that a few seconds late is early enough. */
    private static final Duration KEEP = Duration.ofSeconds(5);

    /** All who wait share one fetch, so one that hangs would hold them all. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration KEEP_FAILURE = Duration.ofMillis(500);

    private volatile @Nullable Mono<String> keys;

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return keys(request, next).map(BoundedKeyFetch::response);
    }

    private synchronized Mono<String> keys(ClientRequest request, ExchangeFunction next) {
        var shared = keys;
        if (shared == null) {
            shared =
                    Mono.defer(() -> fetch(request, next))
                            .cache(value -> KEEP, error -> KEEP_FAILURE, () -> KEEP_FAILURE);
            keys = shared;
        }
        return shared;
    }

    private static Mono<String> fetch(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(
                        answer ->
                                answer.statusCode().is2xxSuccessful()
                                        ? answer.bodyToMono(String.class)
                                        : answer.createError())
                .timeout(PATIENCE);
    }

    private static ClientResponse response(String body) {
        return ClientResponse.create(HttpStatus.OK)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .body(body)
                .build();
    }
}
