package org.tertulia.gateway.realtime;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.resources.ConnectionProvider;

/**
 * Opens the socket to the chosen instance while the client still waits for its handshake. So an
 * instance that is not there, or refuses, is an HTTP answer and not a socket that closes at once, and
 * another instance can be asked. The client's own handshake follows in {@link ClientSocketFilter}.
 */
@Component
final class ServiceSocketFilter implements GlobalFilter, Ordered {

    private static final String SOCKET_SCHEME = "ws";
    private static final String HTTP_SCHEME = "http";

    private final ObjectProvider<List<HttpHeadersFilter>> headersFilters;
    private final RealtimeProperties properties;
    private final HttpClient client;

    ServiceSocketFilter(
            ObjectProvider<List<HttpHeadersFilter>> headersFilters,
            RealtimeProperties properties,
            HttpClientProperties clientProperties,
            ReactorResourceFactory resources) {
        this.headersFilters = headersFilters;
        this.properties = properties;
        this.client =
                HttpClient.create(ConnectionProvider.newConnection())
                        .runOn(resources.getLoopResources())
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                clientProperties.getConnectTimeout())
                        .option(ChannelOption.SO_KEEPALIVE, true);
    }

    /** In the place of the gateway's own filter, which answers the client first. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 2;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI url = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        if (!leadsToSocket(exchange, url)) {
            return chain.filter(exchange);
        }
        UpgradeRequest.check(exchange.getRequest());
        return open(exchange, socketAddress(url))
                .doOnNext(
                        service ->
                                exchange.getAttributes().put(ClientSocketFilter.SERVICE, service))
                .doOnNext(_ -> endObservation(exchange))
                .then();
    }

    /** An instance that Eureka knows has the scheme of its HTTP port, so the route is asked too. */
    private static boolean leadsToSocket(ServerWebExchange exchange, URI url) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return url.getScheme().startsWith(SOCKET_SCHEME)
                || route.getUri().getSchemeSpecificPart().startsWith(SOCKET_SCHEME);
    }

    private static URI socketAddress(URI url) {
        var address = url.toString();
        return address.startsWith(HTTP_SCHEME)
                ? URI.create(SOCKET_SCHEME + address.substring(HTTP_SCHEME.length()))
                : url;
    }

    private Mono<Peer> open(ServerWebExchange exchange, URI url) {
        var filters = headersFilters.getIfAvailable(List::of);
        var headers = UpgradeRequest.forwarded(HttpHeadersFilter.filterRequest(filters, exchange));
        return originOf(exchange, client)
                .headers(target -> headers.forEach(target::set))
                .websocket(specification(exchange.getRequest().getHeaders()))
                .uri(url)
                .connect()
                .subscribeOn(ClientLoop.of(exchange.getResponse()))
                .map(Peer::new)
                .doOnNext(peer -> StallGuard.watch(peer.connection(), properties.stall()))
                .onErrorMap(WebSocketClientHandshakeException.class, HandshakeRefused::translated);
    }

    private static HttpClient originOf(ServerWebExchange exchange, HttpClient client) {
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.ORIGIN)
                ? client
                : client.doOnChannelInit(
                        (_, channel, _) -> channel.pipeline().addLast(new NoOrigin()));
    }

    private WebsocketClientSpec specification(HttpHeaders offered) {
        var specification =
                WebsocketClientSpec.builder()
                        .handlePing(true)
                        .maxFramePayloadLength(properties.serviceFrameBytes());
        var protocols = UpgradeRequest.protocols(offered);
        if (!protocols.isEmpty()) {
            specification.protocols(String.join(",", protocols));
        }
        return specification.build();
    }

    /** The handshake is what is observed; the socket may stay for days. */
    private void endObservation(ServerWebExchange exchange) {
        var filters = headersFilters.getIfAvailable(List::of);
        HttpHeadersFilter.filter(
                filters, new HttpHeaders(), exchange, HttpHeadersFilter.Type.RESPONSE);
    }
}
