package org.tertulia.message.delivery;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.frames.CloseCode;

/**
 * The socket of one connection: writes frames, and closes with a code and in time. Only the connection's
 * event loop touches it.
 */
final class SessionSocket {

    /** What may wait, made or in the making, when the next batch is begun: about two reads. */
    private static final int MAX_PARCELS_AHEAD = 4;

    private final Channel channel;
    private final Outgoing outgoing;
    private final Duration closeTimeout;
    private @Nullable CloseCode closing;
    private byte @Nullable [] lastFrame;
    private boolean closeSent;
    private int unacked;

    SessionSocket(Channel channel, Flushes flushes, DeliveryProperties properties) {
        this.channel = channel;
        this.outgoing = new Outgoing(channel, flushes, properties);
        this.closeTimeout = properties.closeTimeout();
    }

    /** Begins; {@code drained} is called whenever all that waited has gone out. */
    void open(Runnable drained) {
        outgoing.open(
                () -> {
                    drained.run();
                    sendCloseIfDue();
                });
    }

    /** Takes a frame; false when the client is too slow for it. */
    boolean send(byte[] frame) {
        return closeSent || outgoing.offer(frame);
    }

    /** Takes what others are sent too; false when the client is too slow for it. */
    boolean send(ChatFollowers.SharedWrite wire) {
        return closeSent || outgoing.offer(wire);
    }

    /** Keeps a place for frames that are still being made; see {@link Outgoing#reserve}. */
    Outgoing.Parcel reserve() {
        return outgoing.reserve();
    }

    /** Sends frames in the place that was kept for them; false when the client is too slow for them. */
    boolean fill(Outgoing.Parcel place, List<byte[]> frames, boolean binary) {
        return closeSent || outgoing.fill(place, frames, binary);
    }

    /** Whether there is room for one more batch: some may be on their way while the next is read. */
    boolean isReadyForBatch() {
        return closing == null && outgoing.parcels() < MAX_PARCELS_AHEAD;
    }

    /** Whether the client takes more of what can wait. */
    boolean isReadyForMore() {
        return closing == null && outgoing.isIdle();
    }

    boolean isClosing() {
        return closing != null;
    }

    /** Ends the connection at once. A client that does not end it in time is cut off. */
    void close(CloseCode code) {
        if (closing == null) {
            outgoing.clear();
            end(code);
        }
    }

    /**
     * Ends the connection for a restart: when everything before has gone out and the frames under way are
     * answered, {@code farewell} is the last frame of it. A client that does not end it in time is cut off.
     */
    void restart(byte[] farewell) {
        if (closing == null) {
            lastFrame = farewell;
            end(CloseCode.RESTART);
        }
    }

    private void end(CloseCode code) {
        closing = code;
        cutOffLater();
        sendCloseIfDue();
    }

    /** Frames of the client that are under way. */
    int unacked() {
        return unacked;
    }

    /** A frame of the client is under way. */
    void begun() {
        unacked++;
    }

    /** It was answered. */
    void answered() {
        unacked--;
        sendCloseIfDue();
    }

    private void sendCloseIfDue() {
        var code = closing;
        if (code == null || closeSent) {
            return;
        }
        if (code == CloseCode.RESTART && (unacked > 0 || !outgoing.isIdle())) {
            return;
        }
        closeSent = true;
        if (lastFrame != null) {
            var last = new TextWebSocketFrame(Unpooled.wrappedBuffer(lastFrame));
            var unusedToo = channel.write(last);
        }
        var unused = channel.writeAndFlush(new CloseWebSocketFrame(code.code(), code.reason()));
    }

    private void cutOff() {
        var unused = channel.close();
    }

    private void cutOffLater() {
        var unused =
                channel.eventLoop()
                        .schedule(this::cutOff, closeTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
