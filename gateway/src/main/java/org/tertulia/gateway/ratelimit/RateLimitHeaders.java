package org.tertulia.gateway.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/** Tells the client what its limits say, in headers and, when there is no room, as a problem. */
final class RateLimitHeaders {

    private static final String POLICY = "RateLimit-Policy";
    private static final String STATE = "RateLimit";
    private static final String API = "/api/";

    private RateLimitHeaders() {}

    /** Announces the verdicts on answers of the API; for files of the app they would be noise. */
    static void announce(
            ServerHttpRequest request, ServerHttpResponse response, List<Verdict> verdicts) {
        if (request.getPath().value().startsWith(API)) {
            response.beforeCommit(() -> Mono.fromRunnable(() -> add(response, verdicts)));
        }
    }

    /** The problem of the verdict that takes longest to pass. Fails when all were allowed. */
    static ProblemException problem(List<Verdict> verdicts) {
        var longest =
                verdicts.stream()
                        .filter(verdict -> !verdict.allowed())
                        .max(Comparator.comparing(Verdict::untilNext))
                        .orElseThrow();
        return new ProblemException(
                        ProblemTypes.RATE_LIMITED,
                        "No room under the limit \"" + longest.limit().id() + "\" for the moment.")
                .retryAfter(max(longest.untilNext(), Duration.ofSeconds(1)));
    }

    private static void add(ServerHttpResponse response, List<Verdict> verdicts) {
        var headers = response.getHeaders();
        headers.set(POLICY, joined(headers.getFirst(POLICY), verdicts, Verdict::policy));
        headers.set(STATE, joined(headers.getFirst(STATE), verdicts, Verdict::state));
    }

    private static String joined(
            @Nullable String before, List<Verdict> verdicts, Function<Verdict, String> member) {
        var members = new ArrayList<String>();
        if (before != null) {
            members.add(before);
        }
        verdicts.forEach(verdict -> members.add(member.apply(verdict)));
        return members.stream().collect(Collectors.joining(", "));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
