package org.tertulia.gateway.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;
import org.tertulia.starter.problem.ProblemTypes;

/** Reads what a client sends to open a WebSocket (RFC 6455, section 4.2.1). */
final class UpgradeRequest {

    private static final ProblemType UPGRADE_REQUIRED =
            new ProblemType(
                    "upgrade-required",
                    HttpStatus.UPGRADE_REQUIRED,
                    "Only WebSockets are spoken here");

    private static final String KEY = "Sec-WebSocket-Key";
    private static final String VERSION = "Sec-WebSocket-Version";
    private static final String PROTOCOL = "Sec-WebSocket-Protocol";
    private static final String PREFIX = "sec-websocket-";

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
                        && "13".equals(headers.getFirst(VERSION));
        if (!complete) {
            throw new ProblemException(
                    ProblemTypes.MALFORMED_REQUEST, "The WebSocket handshake is not complete.");
        }
    }

    /** The subprotocols on offer, in their order. */
    static List<String> protocols(HttpHeaders headers) {
        var protocols = new ArrayList<String>();
        for (var line : headers.getOrEmpty(PROTOCOL)) {
            for (var protocol : line.split(",")) {
                protocols.add(protocol.strip());
            }
        }
        return protocols;
    }

    /** {@code headers} without those that belong to one connection only. */
    static HttpHeaders forwarded(HttpHeaders headers) {
        var forwarded = new HttpHeaders();
        headers.forEach(
                (name, values) -> {
                    var lower = name.toLowerCase(Locale.ROOT);
                    if (!lower.equals("host") && !lower.startsWith(PREFIX)) {
                        forwarded.addAll(name, values);
                    }
                });
        return forwarded;
    }
}
