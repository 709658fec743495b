package org.tertulia.message.delivery;

import io.netty.channel.Channel;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.AllowedOrigins;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.security.VerifiedToken;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;

/**
 * The upgrade to a WebSocket. Done on Reactor Netty directly, past WebFlux's session: that flushes every
 * frame by itself and hides the channel, whose event loop and buffer the delivery is built on.
 */
@Component
final class RealtimeHandler implements WebHandler {

    private static final String SUBPROTOCOL = "tertulia.v1";
    private static final String SUBPROTOCOLS_HEADER = "Sec-WebSocket-Protocol";

    private final Deliveries deliveries;
    private final AllowedOrigins origins;
    private final DeliveryProperties properties;

    RealtimeHandler(Deliveries deliveries, AllowedOrigins origins, DeliveryProperties properties) {
        this.deliveries = deliveries;
        this.origins = origins;
        this.properties = properties;
    }

    /**
     * Completes when the connection has ended. Fails before the upgrade with {@link UpgradeRequired},
     * forbidden for an origin that is not allowed, and service-unavailable, which says when to try again, while the
     * service stops.
     */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> check(exchange.getRequest()))
                .then(exchange.getPrincipal())
                .cast(JwtAuthenticationToken.class)
                .map(authenticated -> verified(authenticated.getToken()))
                .flatMap(token -> upgrade(exchange.getResponse(), token));
    }

    private void check(ServerHttpRequest request) {
        var headers = request.getHeaders();
        if (!HttpMethod.GET.equals(request.getMethod())
                || !"websocket".equalsIgnoreCase(headers.getUpgrade())) {
            throw new UpgradeRequired("The request does not ask for an upgrade to websocket.");
        }
        if (!origins.allows(headers.getFirst(HttpHeaders.ORIGIN))) {
            throw new ProblemException(
                    ProblemTypes.FORBIDDEN, "Pages of this origin may not connect.");
        }
        if (!offers(headers)) {
            throw new UpgradeRequired("The request does not offer the subprotocol tertulia.v1.");
        }
        if (!deliveries.isRunning()) {
            throw new ProblemException(
                            ProblemTypes.SERVICE_UNAVAILABLE, "This instance stops; try again.")
                    .retryAfter(deliveries.retryAfter());
        }
    }

    private static boolean offers(HttpHeaders headers) {
        return headers.getOrEmpty(SUBPROTOCOLS_HEADER).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(offered -> offered.strip().equals(SUBPROTOCOL));
    }

    /** The security filter has verified it; see {@link org.tertulia.starter.security.AccessTokens}. */
    private static VerifiedToken verified(Jwt jwt) {
        return new VerifiedToken(
                Actor.of(jwt),
                Objects.requireNonNull(jwt.getExpiresAt()),
                new CallerToken(jwt.getTokenValue()));
    }

    private Mono<Void> upgrade(ServerHttpResponse response, VerifiedToken token) {
        HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
        return response.setComplete()
                .then(
                        Mono.defer(
                                () ->
                                        netty.sendWebsocket(
                                                (inbound, outbound) -> serve(inbound, token),
                                                spec())));
    }

    private Mono<Void> serve(WebsocketInbound inbound, VerifiedToken token) {
        var frames = inbound.aggregateFrames(hardLimit()).receiveFrames();
        return channel(inbound).flatMap(channel -> deliveries.serve(token, channel, frames));
    }

    private static Mono<Channel> channel(WebsocketInbound inbound) {
        return Mono.create(sink -> inbound.withConnection(c -> sink.success(c.channel())));
    }

    private WebsocketServerSpec spec() {
        return WebsocketServerSpec.builder()
                .protocols(SUBPROTOCOL)
                .maxFramePayloadLength(hardLimit())
                .build();
    }

    /** Above the limit that clients are told, so that whoever passes that is answered by a close code. */
    private int hardLimit() {
        return (int) (2 * properties.maxFrame().toBytes());
    }
}
