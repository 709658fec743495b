package org.tertulia.message.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * What waits to be written to one client. Only the connection's event loop touches it. Frames go to the
 * socket as long as that takes them, and wait here then, within bounds; what is written in one turn of
 * the event loop is flushed together. They go out in the order in which they were offered, or their place
 * was reserved.
 *
 * <p>The bytes of a frame are shared by all connections it goes to; they are never changed. They go to the
 * channel as they travel, past its encoder of WebSocket frames, which would make a header for each of them.
 */
final class Outgoing {

    private static final String HANDLER = "tertulia.outgoing";

    /** Bytes that the socket's own buffer may hold: enough for a full turn, little for a slow client. */
    private static final WriteBufferWaterMark SOCKET_BUFFER =
            new WriteBufferWaterMark(32 * 1024, 128 * 1024);

    /** Frames that go out together. Without any, it is a place that is kept for them. */
    static final class Parcel {

        private @Nullable List<byte[]> frames;
        private boolean binary;

        private Parcel(@Nullable List<byte[]> frames) {
            this.frames = frames;
        }

        private static int bytes(List<byte[]> frames) {
            return frames.stream().mapToInt(frame -> frame.length).sum();
        }
    }

    private final Channel channel;
    private final Flushes flushes;
    private final int maxFrames;
    private final long maxBytes;

    /** Bounded by frames and bytes; who passes the bounds is closed as a slow consumer. */
    private final Deque<Parcel> waiting = new ArrayDeque<>();

    private Runnable drained = () -> {};
    private int waitingFrames;
    private long waitingBytes;
    private boolean unflushed;
    private boolean cleared;

    Outgoing(Channel channel, Flushes flushes, DeliveryProperties properties) {
        this.channel = channel;
        this.flushes = flushes;
        this.maxFrames = properties.maxQueuedFrames();
        this.maxBytes = properties.maxQueued().toBytes();
    }

    /** Begins; {@code whenDrained} is called whenever some of what waited has gone to the socket. */
    void open(Runnable whenDrained) {
        drained = whenDrained;
        channel.config().setWriteBufferWaterMark(SOCKET_BUFFER);
        channel.pipeline()
                .addBefore(
                        NettyPipeline.ReactiveBridge,
                        HANDLER,
                        new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelWritabilityChanged(ChannelHandlerContext context) {
                                drain();
                                context.fireChannelWritabilityChanged();
                            }
                        });
    }

    /** Takes a text frame; false when that would pass the bounds. */
    boolean offer(byte[] frame) {
        if (isIdle()) {
            write(List.of(frame), false);
            return true;
        }
        return await(List.of(frame));
    }

    /** Takes text frames that others are sent too; false when that would pass the bounds. */
    boolean offer(ChatFollowers.SharedWrite wire) {
        if (isIdle()) {
            write(wire.bytes());
            return true;
        }
        return await(wire.texts());
    }

    private boolean await(List<byte[]> frames) {
        var bytes = Parcel.bytes(frames);
        if (waitingFrames + frames.size() > maxFrames || waitingBytes + bytes > maxBytes) {
            return false;
        }
        waiting.add(new Parcel(frames));
        waitingFrames += frames.size();
        waitingBytes += bytes;
        return true;
    }

    /** Keeps a place: what is offered from here on goes out after what it will be filled with. */
    Parcel reserve() {
        var place = new Parcel(null);
        waiting.add(place);
        return place;
    }

    /** Puts frames in their place; false when that passes the bounds. They count by the bytes that are sent. */
    boolean fill(Parcel place, List<byte[]> frames, boolean binary) {
        if (cleared) {
            return true;
        }
        place.frames = frames;
        place.binary = binary;
        waitingFrames += frames.size();
        waitingBytes += Parcel.bytes(frames);
        drain();
        return waitingFrames <= maxFrames && waitingBytes <= maxBytes;
    }

    /** How much waits: a frame, a batch, or the place of one. */
    int parcels() {
        return waiting.size();
    }

    /** Whether nothing waits and the socket takes more. */
    boolean isIdle() {
        return waiting.isEmpty() && channel.isWritable();
    }

    /** Forgets what waits, and what will be made of it. */
    void clear() {
        cleared = true;
        waiting.clear();
        waitingFrames = 0;
        waitingBytes = 0;
    }

    private void drain() {
        while (channel.isWritable() && !waiting.isEmpty()) {
            var frames = waiting.element().frames;
            if (frames == null) {
                break;
            }
            var parcel = waiting.remove();
            waitingFrames -= frames.size();
            waitingBytes -= Parcel.bytes(frames);
            write(frames, parcel.binary);
        }
        drained.run();
    }

    private void write(List<byte[]> frames, boolean binary) {
        write(WireFrames.encode(channel.alloc(), frames, binary));
    }

    private void write(ByteBuf wire) {
        // Nobody waits for a single write, and a promise each is a good part of what one costs.
        var unused = channel.write(wire, channel.voidPromise());
        if (!unflushed) {
            unflushed = true;
            flushes.add(this);
        }
    }

    /** Sends what was written. */
    void flush() {
        unflushed = false;
        channel.flush();
    }
}
