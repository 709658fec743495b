package org.tertulia.message.delivery;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * What waits to be written to one client. Only the connection's event loop touches it. Frames go to the
 * socket as long as that takes them, and wait here then, within bounds; what is written in one turn of
 * the event loop is flushed together.
 *
 * <p>The bytes of a frame are shared by all connections it goes to; they are never changed.
 */
final class Outgoing {

    private static final String HANDLER = "tertulia.outgoing";

    /** Bytes that the socket's own buffer may hold: enough for a full turn, little for a slow client. */
    private static final WriteBufferWaterMark SOCKET_BUFFER =
            new WriteBufferWaterMark(32 * 1024, 128 * 1024);

    private final Channel channel;
    private final int maxFrames;
    private final long maxBytes;

    /** Bounded by frames and bytes; who passes the bounds is closed as a slow consumer. */
    private final Deque<byte[]> waiting = new ArrayDeque<>();

    private long waitingBytes;
    private boolean flushing;

    Outgoing(Channel channel, DeliveryProperties properties) {
        this.channel = channel;
        this.maxFrames = properties.maxQueuedFrames();
        this.maxBytes = properties.maxQueued().toBytes();
    }

    /** Begins; {@code drained} is called whenever all that waited has gone to the socket. */
    void open(Runnable drained) {
        channel.config().setWriteBufferWaterMark(SOCKET_BUFFER);
        channel.pipeline()
                .addBefore(
                        NettyPipeline.ReactiveBridge,
                        HANDLER,
                        new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelWritabilityChanged(ChannelHandlerContext context) {
                                drain(drained);
                                context.fireChannelWritabilityChanged();
                            }
                        });
    }

    /** Takes a frame; false when that would pass the bounds. */
    boolean offer(byte[] frame) {
        if (isIdle()) {
            write(frame);
            return true;
        }
        if (waiting.size() >= maxFrames || waitingBytes + frame.length > maxBytes) {
            return false;
        }
        waiting.add(frame);
        waitingBytes += frame.length;
        return true;
    }

    /** Whether nothing waits and the socket takes more. */
    boolean isIdle() {
        return waiting.isEmpty() && channel.isWritable();
    }

    /** Forgets what waits. */
    void clear() {
        waiting.clear();
        waitingBytes = 0;
    }

    private void drain(Runnable drained) {
        @Nullable byte[] next;
        while (channel.isWritable() && (next = waiting.poll()) != null) {
            waitingBytes -= next.length;
            write(next);
        }
        if (isIdle()) {
            drained.run();
        }
    }

    private void write(byte[] frame) {
        var unused = channel.write(new TextWebSocketFrame(Unpooled.wrappedBuffer(frame)));
        if (!flushing) {
            flushing = true;
            channel.eventLoop().execute(this::flush);
        }
    }

    private void flush() {
        flushing = false;
        channel.flush();
    }
}
