package org.tertulia.gateway.realtime;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.SocketClient;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.gateway.testing.Upstream;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** The gateway before a service that does with its sockets what the test says. */
@GatewayTest
abstract class RealtimeApi {

    static final UUID ANA = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");
    static final Duration SOON = Duration.ofSeconds(3);

    @LocalServerPort int port;
    @Autowired TestRegister register;

    final List<HttpHeaders> handshakes = new CopyOnWriteArrayList<>();
    final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
    final AtomicInteger ended = new AtomicInteger();
    Upstream service;

    /** What the service does with a socket; a test replaces it. */
    interface Behaviour {
        Publisher<Void> handle(WebsocketInbound in, WebsocketOutbound out);
    }

    volatile Behaviour behaviour = RealtimeApi::echo;

    @BeforeEach
    void startService() {
        service = Upstream.answering(this::accept);
        register.clear();
        register.list("message-service", service.port());
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    private Publisher<Void> accept(HttpServerRequest request, HttpServerResponse response) {
        var headers = new HttpHeaders();
        request.requestHeaders().forEach(header -> headers.add(header.getKey(), header.getValue()));
        handshakes.add(headers);
        var specification =
                WebsocketServerSpec.builder()
                        .protocols("tertulia.v1")
                        .maxFramePayloadLength(1 << 20)
                        .compress(true)
                        .build();
        return response.sendWebsocket(
                (in, out) -> {
                    in.receiveCloseStatus().subscribe(status -> closeCodes.add(status.code()));
                    in.withConnection(c -> c.onDispose(ended::incrementAndGet));
                    return behaviour.handle(in, out);
                },
                specification);
    }

    private static Publisher<Void> echo(WebsocketInbound in, WebsocketOutbound out) {
        return out.sendString(in.aggregateFrames(1 << 20).receive().asString());
    }

    /** Connects and offers these. */
    SocketClient.Socket connect(String... protocols) throws Exception {
        return SocketClient.to(port).protocols(protocols).connect();
    }

    /** Offers these; the status with which that is refused. */
    int refusal(String... protocols) {
        return refused(SocketClient.to(port).protocols(protocols));
    }

    /** The status with which the client is refused. */
    static int refused(SocketClient client) {
        try (var socket = client.connect()) {
            throw new AssertionError("Accepted with " + socket.subprotocol());
        } catch (SocketClient.Refused e) {
            return e.status();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
