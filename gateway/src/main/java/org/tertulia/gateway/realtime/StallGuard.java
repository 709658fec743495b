package org.tertulia.gateway.realtime;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.netty.Connection;

/**
 * Cuts a connection that takes nothing while data waits for it. Backpressure holds the other side for
 * as long as this one is slow; without this it would be held for ever by one that hangs. A connection
 * on which nothing happens is left alone.
 */
final class StallGuard extends IdleStateHandler {

    StallGuard(Duration stall) {
        super(true, 0, stall.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    static void watch(Connection connection, Duration stall) {
        connection.addHandlerFirst(new StallGuard(stall));
    }

    @Override
    protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
        var pending = ctx.channel().unsafe().outboundBuffer();
        if (pending != null && pending.totalPendingWriteBytes() > 0) {
            var _ = ctx.close();
        }
    }
}
