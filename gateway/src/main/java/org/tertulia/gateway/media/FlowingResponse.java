package org.tertulia.gateway.media;

import io.netty.channel.Channel;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.tertulia.gateway.media.BodyFlow.Side;
import org.tertulia.gateway.media.MediaTraffic.Direction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An answer whose body goes to the client as the client takes it, and as the service sent it: compressed it would have
 * another length than its head says, and a range of it would be of something else.
 */
final class FlowingResponse extends ServerHttpResponseDecorator {

    private final MediaTraffic traffic;

    FlowingResponse(ServerHttpResponse response, MediaTraffic traffic) {
        super(response);
        this.traffic = traffic;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        HttpServerResponse response = getNativeResponse(getDelegate());
        response.compression(false);
        var client = ((Connection) response).channel();
        var flow = traffic.begin(Direction.DOWN);
        var writing = super.writeWith(flow.paced(Flux.from(body), client));
        return traffic.counted(Direction.DOWN, flow.watched(writing, side -> giveUp(client, side)));
    }

    /** What is in each part is what counts; all is flushed as it comes anyway. */
    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return writeWith(Flux.from(body).concatMap(Function.identity()));
    }

    /** What has begun can only be cut. Its end could not be written either, while the client takes nothing. */
    private Mono<Void> giveUp(Channel client, Side side) {
        traffic.clientStalled(Direction.DOWN, side);
        if (!isCommitted()) {
            return Mono.error(new TimeoutException("Nothing came after the head of the answer."));
        }
        var _ = client.close();
        return Mono.error(new AbortedException("The download stood still."));
    }
}
