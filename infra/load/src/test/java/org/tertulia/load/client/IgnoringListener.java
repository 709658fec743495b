package org.tertulia.load.client;

import io.netty.buffer.ByteBuf;

/** Does not mind what comes. */
final class IgnoringListener implements Socket.Listener {
    @Override
    public void frame(ByteBuf content) {}

    @Override
    public void closed(int code, String reason) {}
}
