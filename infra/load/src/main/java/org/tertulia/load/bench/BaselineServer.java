package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * The least that a broadcast over WebSockets can be with the same library: what comes on one socket is
 * written to all others as it is, by the thread that each belongs to. Nothing is looked at, stored or
 * promised. A process of its own; prints its port, and ends with its standard input.
 */
final class BaselineServer {
    static final String EAR = "/ear";
    static final String VOICE = "/voice";

    private static final WebsocketServerSpec SPEC =
            WebsocketServerSpec.builder().protocols("tertulia.v1").build();

    private final Map<EventLoop, List<Channel>> ears = new ConcurrentHashMap<>();

    private BaselineServer() {}

    public static void main(String[] args) throws IOException {
        var server = new BaselineServer();
        var bound =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .route(
                                routes ->
                                        routes.ws(EAR, server::listen, SPEC)
                                                .ws(VOICE, server::speak, SPEC))
                        .bindNow();
        System.out.println(bound.port());
        while (System.in.read() >= 0) {
            continue;
        }
        bound.disposeNow();
    }

    private Publisher<Void> listen(WebsocketInbound in, WebsocketOutbound out) {
        in.withConnection(
                connection -> {
                    var channel = connection.channel();
                    ears.computeIfAbsent(channel.eventLoop(), loop -> new CopyOnWriteArrayList<>())
                            .add(channel);
                });
        return in.receive().then();
    }

    private Publisher<Void> speak(WebsocketInbound in, WebsocketOutbound out) {
        return in.receive().doOnNext(this::broadcast).then();
    }

    private void broadcast(ByteBuf content) {
        ears.forEach(
                (loop, channels) -> {
                    var copy = content.retainedDuplicate();
                    loop.execute(() -> write(copy, channels));
                });
    }

    private static void write(ByteBuf content, List<Channel> channels) {
        for (var channel : channels) {
            var unused = channel.writeAndFlush(new TextWebSocketFrame(content.retainedDuplicate()));
        }
        content.release();
    }
}
