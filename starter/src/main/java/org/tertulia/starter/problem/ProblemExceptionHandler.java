package org.tertulia.starter.problem;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Renders every error that leaves a handler, ahead of Boot's own handler (which has order -1). */
final class ProblemExceptionHandler implements WebExceptionHandler, Ordered {

    private static final int AHEAD_OF_BOOT = -2;

    private final ProblemResponses responses;

    ProblemExceptionHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return responses.write(exchange, error);
    }

    @Override
    public int getOrder() {
        return AHEAD_OF_BOOT;
    }
}
