package org.tertulia.gateway.realtime;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandler;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.netty.http.server.HttpServerResponse;

/** The connection of a client that asks for a WebSocket. */
final class ClientChannel {

    private ClientChannel() {}

    /** The channel that {@code response} goes out on. */
    static Channel of(ServerHttpResponse response) {
        HttpServerResponse connected = ServerHttpResponseDecorator.getNativeResponse(response);
        var channel = new AtomicReference<Channel>();
        connected.withConnection(connection -> channel.set(connection.channel()));
        return Objects.requireNonNull(channel.get());
    }

    /**
     * Gives {@code next} all that the client says from here on: HTTP is spoken no more on {@code channel}. To be
     * called on its event loop, after the last of the exchange was written. The codec goes at the end, since it
     * lets go of what it has read and not decoded.
     */
    static void passTo(ChannelInboundHandler next, Channel channel) {
        var pipeline = channel.pipeline();
        var codec = pipeline.context(HttpServerCodec.class).name();
        var names = new ArrayList<>(pipeline.toMap().keySet());
        for (var name : names.subList(names.indexOf(codec) + 1, names.size()).reversed()) {
            pipeline.remove(name);
        }
        pipeline.addLast(next);
        pipeline.remove(codec);
    }
}
