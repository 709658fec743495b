package org.tertulia.starter.problem;

import io.micrometer.tracing.Tracer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as responses: the one place where an error becomes HTTP. */
public final class ProblemResponses {

    private static final Logger log = LoggerFactory.getLogger(ProblemResponses.class);
    private static final Duration UNAVAILABLE_RETRY_AFTER = Duration.ofSeconds(2);
    private static final String CHALLENGE = "Bearer realm=\"tertulia\"";

    private final JsonMapper json;
    private final ObjectProvider<Tracer> tracer;

    ProblemResponses(JsonMapper json, ObjectProvider<Tracer> tracer) {
        this.json = json;
        this.tracer = tracer;
    }

    /** Answers with the problem that {@code error} is; fails with it when the response has begun. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var problem = Problems.of(error).at(exchange.getRequest().getPath().value(), traceId());
        if (problem.status() == ProblemTypes.INTERNAL_ERROR.status().value()) {
            log.error("{} {} failed", exchange.getRequest().getMethod(), problem.instance(), error);
        }
        return write(exchange, problem, error);
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem, Throwable error) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        var headers = response.getHeaders();
        if (error instanceof ResponseStatusException e) {
            headers.putAll(e.getHeaders());
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        retryAfter(problem, error, headers);
        if (problem.status() == 401 && !headers.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        var body = response.bufferFactory().wrap(json.writeValueAsBytes(problem));
        return response.writeWith(Mono.just(body));
    }

    private static void retryAfter(Problem problem, Throwable error, HttpHeaders headers) {
        var delay = error instanceof ProblemException e ? e.retryAfter() : null;
        if (delay == null && problem.status() == 503) {
            delay = UNAVAILABLE_RETRY_AFTER;
        }
        if (delay != null) {
            var seconds = delay.plusMillis(999).toSeconds();
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
        }
    }

    private @Nullable String traceId() {
        var current = tracer.getIfAvailable();
        var span = current == null ? null : current.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
