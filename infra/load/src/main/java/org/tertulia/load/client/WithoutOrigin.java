package org.tertulia.load.client;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/** Takes away the {@code Origin} that the library puts into an upgrade: programs are no pages. */
@ChannelHandler.Sharable
final class WithoutOrigin extends ChannelOutboundHandlerAdapter {
    static final WithoutOrigin INSTANCE = new WithoutOrigin();

    private WithoutOrigin() {}

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpRequest request) {
            request.headers().remove(HttpHeaderNames.ORIGIN);
            context.pipeline().remove(this);
        }
        var unused = context.write(message, promise);
    }
}
