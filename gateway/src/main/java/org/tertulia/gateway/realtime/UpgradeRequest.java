package org.tertulia.gateway.realtime;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;
import org.tertulia.starter.problem.ProblemTypes;

/** Reads what a client sends to open a WebSocket (RFC 6455, section 4.2.1), and says it to the service. */
final class UpgradeRequest {

    private static final ProblemType UPGRADE_REQUIRED =
            new ProblemType(
                    "upgrade-required",
                    HttpStatus.UPGRADE_REQUIRED,
                    "Only WebSockets are spoken here");

    private static final String KEY = "Sec-WebSocket-Key";
    private static final String VERSION = "Sec-WebSocket-Version";

    private UpgradeRequest() {}

    /** Fails with upgrade-required, or malformed-request when it is a bad upgrade. */
    static void check(ServerHttpRequest request) {
        var headers = request.getHeaders();
        if (!"websocket".equalsIgnoreCase(headers.getUpgrade())) {
            throw new ProblemException(
                    UPGRADE_REQUIRED, "This path opens WebSockets of the subprotocol tertulia.v1.");
        }
        var complete =
                HttpMethod.GET.equals(request.getMethod())
                        && headers.getConnection().stream().anyMatch("upgrade"::equalsIgnoreCase)
                        && headers.containsHeader(KEY)
                        && "13".equals(headers.getFirst(VERSION))
                        && headers.getContentLength() <= 0;
        if (!complete) {
            throw new ProblemException(
                    ProblemTypes.MALFORMED_REQUEST, "The WebSocket handshake is not complete.");
        }
    }

    /** The upgrade that is asked of the service at {@code url}, with what the client said of the socket. */
    static FullHttpRequest to(URI url, HttpHeaders headers) {
        var query = url.getRawQuery();
        var target = query == null ? url.getRawPath() : url.getRawPath() + "?" + query;
        var request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1,
                        io.netty.handler.codec.http.HttpMethod.GET,
                        target,
                        Unpooled.EMPTY_BUFFER);
        headers.forEach((name, values) -> request.headers().add(name, values));
        request.headers()
                .set(HttpHeaderNames.HOST, url.getAuthority())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
        return request;
    }
}
