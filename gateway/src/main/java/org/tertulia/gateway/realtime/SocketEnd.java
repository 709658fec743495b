package org.tertulia.gateway.realtime;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One end of a WebSocket that is passed through: what its channel reads is written to the other's, the same
 * buffer, flushed once for each burst. While the other holds as much as may wait, this one is not read.
 *
 * <p>Both channels belong to one event loop, and nothing else touches this.
 */
final class SocketEnd extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(SocketEnd.class);

    /** What may be seen of one direction. */
    enum Progress {
        /** Something was read, or the other end took of what waits for it. */
        MOVED,
        /** Nothing was said. */
        QUIET,
        /** The other end takes nothing, and this one is not read for its sake. */
        STUCK
    }

    private final Channel channel;
    private final Channel other;
    private final SocketRelay relay;
    private boolean passed;
    private boolean inputOver;
    private boolean outputOver;
    private long waiting;

    SocketEnd(Channel channel, Channel other, SocketRelay relay) {
        this.channel = channel;
        this.other = other;
        this.relay = relay;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        passed = true;
        if (!other.isActive()) {
            ReferenceCountUtil.release(bytes);
            return;
        }
        var _ = other.write(bytes, other.voidPromise());
        if (!other.isWritable()) {
            flush();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        flush();
    }

    private void flush() {
        other.flush();
        if (other.isActive() && !other.isWritable()) {
            channel.config().setAutoRead(false);
        }
    }

    /** This channel takes more again. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (channel.isWritable()) {
            other.config().setAutoRead(true);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputOver = true;
            relay.inputOver(this);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        inputOver = true;
        relay.closed(this);
    }

    /** Whatever breaks, no more can be said on this connection. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        log.debug("A socket broke off", cause);
        close();
    }

    boolean isInputOver() {
        return inputOver;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** What happened on the way from this end to the other since this was asked last. */
    Progress look() {
        var before = waiting;
        waiting = other.isActive() ? other.bytesBeforeWritable() : 0;
        if (passed || waiting < before) {
            passed = false;
            return Progress.MOVED;
        }
        return waiting > 0 && waiting == before ? Progress.STUCK : Progress.QUIET;
    }

    /** Nothing more is said to this end, after what was; it may go on talking. */
    void endOutput() {
        if (!outputOver) {
            outputOver = true;
            whenWritten(this::shutOutput);
        }
    }

    private void shutOutput() {
        if (channel instanceof DuplexChannel duplex
                && channel.pipeline().get(SslHandler.class) == null) {
            var _ = duplex.shutdownOutput();
        } else {
            close();
        }
    }

    /** Closes this end after what it was told. */
    void closeWhenWritten() {
        outputOver = true;
        whenWritten(this::close);
    }

    /** An empty buffer waits its turn behind what was written before. */
    private void whenWritten(Runnable next) {
        var _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> next.run());
    }

    void close() {
        var _ = channel.close();
    }
}
