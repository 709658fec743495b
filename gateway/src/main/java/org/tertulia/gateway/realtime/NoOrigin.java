package org.tertulia.gateway.realtime;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Takes the {@code Origin} out of a handshake again. Netty makes one up from the address it connects to
 * when the client sent none, and the service would check it.
 */
final class NoOrigin extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpRequest request) {
            request.headers().remove(HttpHeaderNames.ORIGIN);
            ctx.pipeline().remove(this);
        }
        var _ = ctx.write(message, promise);
    }
}
