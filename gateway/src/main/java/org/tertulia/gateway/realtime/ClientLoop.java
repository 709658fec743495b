package org.tertulia.gateway.realtime;

import io.netty.channel.EventLoop;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The event loop a client's connection belongs to. Both handshakes run on it: the server's must, since
 * it changes the pipeline, and the service's connection then gets the same loop, so that frames pass
 * from one to the other without changing threads.
 */
final class ClientLoop {

    private ClientLoop() {}

    static Scheduler of(ServerHttpResponse response) {
        HttpServerResponse connected = ServerHttpResponseDecorator.getNativeResponse(response);
        var loop = new AtomicReference<EventLoop>();
        connected.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        return Schedulers.fromExecutor(Objects.requireNonNull(loop.get()));
    }
}
