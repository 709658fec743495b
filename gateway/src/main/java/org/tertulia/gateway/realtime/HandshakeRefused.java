package org.tertulia.gateway.realtime;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;
import org.tertulia.starter.problem.ProblemTypes;

/** What message-service answered instead of an upgrade, as a problem for the client. */
final class HandshakeRefused {

    private static final Map<Integer, ProblemType> TYPES =
            Map.of(
                    400, ProblemTypes.MALFORMED_REQUEST,
                    401, ProblemTypes.UNAUTHENTICATED,
                    403, ProblemTypes.FORBIDDEN,
                    404, ProblemTypes.NOT_FOUND,
                    429, ProblemTypes.RATE_LIMITED);

    private HandshakeRefused() {}

    /** The error itself when the service answered nothing, which is then for the fallback. */
    static Throwable translated(WebSocketClientHandshakeException error) {
        var answer = error.response();
        if (answer == null) {
            return new IOException(error);
        }
        var type = TYPES.getOrDefault(answer.status().code(), ProblemTypes.SERVICE_UNAVAILABLE);
        var problem = new ProblemException(type, "The WebSocket was refused by message-service.");
        var retryAfter = answer.headers().getInt(HttpHeaderNames.RETRY_AFTER);
        return retryAfter == null ? problem : problem.retryAfter(Duration.ofSeconds(retryAfter));
    }
}
