package org.tertulia.gateway.realtime;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Asks an instance for an upgrade, on a connection made for it, and waits for the answer. After a 101 the
 * connection is not read until {@link #passTo} says who takes its bytes; what came together with the 101 is
 * kept for them. Only the event loop of the connection touches it.
 */
final class ServiceHandshake extends ChannelInboundHandlerAdapter {

    /** The largest body of a refusal that is passed on; problems are far smaller. */
    private static final int MOST_REFUSAL = 64 * 1024;

    /** A connection nobody took by then is closed: whoever asked for it has given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Channel channel;
    private final FullHttpRequest request;
    private final MonoSink<ServiceAnswer> sink;
    private final Queue<ByteBuf> early = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> timeout;
    private boolean answered;
    private boolean inputOver;

    private ServiceHandshake(
            Channel channel, FullHttpRequest request, MonoSink<ServiceAnswer> sink) {
        this.channel = channel;
        this.request = request;
        this.sink = sink;
    }

    /** Fails with an {@link IOException} when the connection breaks before the answer, or it is too long. */
    static Mono<ServiceAnswer> on(Channel channel, FullHttpRequest request) {
        return Mono.create(
                sink -> {
                    var handshake = new ServiceHandshake(channel, request, sink);
                    sink.onCancel(handshake::close);
                    channel.pipeline()
                            .addLast(
                                    new HttpClientCodec(),
                                    new HttpObjectAggregator(MOST_REFUSAL),
                                    handshake);
                });
    }

    /** Gives {@code next} what the instance has said since the 101, and all that it says from here on. */
    void passTo(ChannelInboundHandler next) {
        var from = Objects.requireNonNull(context);
        channel.pipeline().addLast(next);
        while (!early.isEmpty()) {
            from.fireChannelRead(early.remove());
        }
        from.fireChannelReadComplete();
        if (inputOver) {
            from.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
        channel.pipeline().remove(this);
    }

    Channel channel() {
        return channel;
    }

    /** Ends the connection; for those who do not want it after all. */
    void close() {
        var _ = channel.close();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        timeout = ctx.executor().schedule(this::close, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        var _ = ctx.writeAndFlush(request);
        channel.config().setAutoRead(true);
        if (!channel.isActive()) {
            fail(new IOException("The connection was closed before the handshake."));
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        Objects.requireNonNull(timeout).cancel(false);
        early.forEach(ByteBuf::release);
        early.clear();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof FullHttpResponse response) {
            var onHeap = response.replace(Unpooled.copiedBuffer(response.content()));
            response.release();
            answer(onHeap);
        } else {
            early.add((ByteBuf) message);
        }
    }

    private void answer(FullHttpResponse response) {
        var status = response.status();
        if (status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            answered = true;
            channel.config().setAutoRead(false);
            channel.pipeline().remove(HttpObjectAggregator.class);
            channel.pipeline().remove(HttpClientCodec.class);
            // The aggregator counts a body where there can be none.
            response.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
            sink.success(new ServiceAnswer.Upgraded(response, this));
        } else if (status.codeClass() != HttpStatusClass.INFORMATIONAL) {
            answered = true;
            close();
            sink.success(new ServiceAnswer.Refused(response));
        }
    }

    /** The instance ended its side of the connection, which allows half of it to be closed. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputOver = true;
            if (!answered) {
                close();
            }
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        fail(new IOException("The connection was closed before the answer."));
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        fail(cause instanceof IOException broken ? broken : new IOException(cause));
        close();
    }

    private void fail(IOException error) {
        if (!answered) {
            answered = true;
            sink.error(error);
        }
    }
}
