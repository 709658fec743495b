package org.tertulia.gateway.realtime;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
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
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.TcpClient;
import reactor.util.context.Context;

/**
 * Asks the chosen instance for the upgrade while the client still waits for its own. So an instance that is
 * not there is an HTTP answer and not a socket that closes at once, and another instance can be asked. The
 * client's handshake follows in {@link ClientSocketFilter}.
 */
@Component
final class ServiceSocketFilter implements GlobalFilter, Ordered {

    private static final String SOCKET_SCHEME = "ws";

    private final ObjectProvider<List<HttpHeadersFilter>> headersFilters;
    private final TcpClient connector;

    ServiceSocketFilter(
            ObjectProvider<List<HttpHeadersFilter>> headersFilters,
            HttpClientProperties clientProperties) {
        this.headersFilters = headersFilters;
        this.connector =
                TcpClient.create(ConnectionProvider.newConnection())
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                clientProperties.getConnectTimeout())
                        .option(ChannelOption.SO_KEEPALIVE, true)
                        .option(ChannelOption.ALLOW_HALF_CLOSURE, true);
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
        return ask(exchange, url).doOnNext(answer -> prepare(exchange, answer)).then();
    }

    /** An instance that Eureka knows has the scheme of its HTTP port, so the route is asked too. */
    private static boolean leadsToSocket(ServerWebExchange exchange, URI url) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return url.getScheme().startsWith(SOCKET_SCHEME)
                || route.getUri().getSchemeSpecificPart().startsWith(SOCKET_SCHEME);
    }

    /**
     * On the client's event loop, so that bytes pass without changing threads. The connection keeps the context that
     * it is made with as long as it lasts; the exchange's would keep all of the exchange with it.
     */
    private Mono<ServiceAnswer> ask(ServerWebExchange exchange, URI url) {
        var filters = headersFilters.getIfAvailable(List::of);
        var request = UpgradeRequest.to(url, HttpHeadersFilter.filterRequest(filters, exchange));
        Channel client = ClientChannel.of(exchange.getResponse());
        return connector
                .runOn(client.eventLoop())
                .host(url.getHost())
                .port(url.getPort())
                .connect()
                .contextWrite(_ -> Context.empty())
                .flatMap(connection -> ServiceHandshake.on(taken(connection), request))
                .subscribeOn(Schedulers.fromExecutor(client.eventLoop()));
    }

    /** Reactor Netty lets go of it: else whoever waited for it would be kept as long as it lasts. */
    @SuppressWarnings("NullAway") // null is what clears it, by its documentation
    private static Channel taken(Connection connection) {
        connection.removeHandler(NettyPipeline.ReactiveBridge).rebind(null);
        return connection.channel();
    }

    /** What can be said of the answer before it is written. The observation ends here: a socket may stay for days. */
    private void prepare(ServerWebExchange exchange, ServiceAnswer answer) {
        var headers = new HttpHeaders();
        answer.response().headers().forEach(h -> headers.add(h.getKey(), h.getValue()));
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(answer.response().status().code()));
        var passed =
                HttpHeadersFilter.filter(
                        headersFilters.getIfAvailable(List::of),
                        headers,
                        exchange,
                        HttpHeadersFilter.Type.RESPONSE);
        response.getHeaders().putAll(passed);
        exchange.getAttributes().put(ClientSocketFilter.ANSWER, answer);
    }
}
