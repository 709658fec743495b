package org.tertulia.gateway.realtime;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Future;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Writes frames to a channel in their order. At most a window of them is under way: the next is asked
 * for when one is written, so a slow channel slows its source down. What comes at once is flushed at
 * once.
 *
 * <p>The source is never cancelled, since that would close the other socket without a code. When the
 * channel is closed, what still comes is dropped until the source ends.
 */
final class FramePump extends BaseSubscriber<WebSocketFrame> {

    /** Enough to keep a channel busy; with the largest frames, all a connection holds in memory. */
    private static final int WINDOW = 32;

    /** Asking for each frame alone would cost more than the frame. */
    private static final int BATCH = 8;

    private final Channel channel;
    private final Sinks.Empty<Void> end = Sinks.empty();

    // Touched by the event loop of the channel only.
    private int written;
    private boolean flushComes;

    private FramePump(Channel channel) {
        this.channel = channel;
    }

    /** Ends as {@code frames} do, when the last of them is on its way. */
    static Mono<Void> pump(Flux<WebSocketFrame> frames, Channel channel) {
        return Mono.defer(
                () -> {
                    var pump = new FramePump(channel);
                    frames.subscribe(pump);
                    return pump.end.asMono();
                });
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(WINDOW);
    }

    @Override
    protected void hookOnNext(WebSocketFrame frame) {
        var ours = frame.retain();
        if (channel.eventLoop().inEventLoop()) {
            write(ours);
        } else {
            channel.eventLoop().execute(() -> write(ours));
        }
    }

    private void write(WebSocketFrame frame) {
        var _ = channel.write(frame).addListener(this::written);
        if (!flushComes) {
            flushComes = true;
            channel.eventLoop().execute(this::flush);
        }
    }

    private void flush() {
        flushComes = false;
        channel.flush();
    }

    private void written(Future<? super Void> write) {
        written++;
        if (written == BATCH) {
            written = 0;
            request(BATCH);
        }
    }

    @Override
    protected void hookOnComplete() {
        end.tryEmitEmpty();
    }

    @Override
    protected void hookOnError(Throwable error) {
        end.tryEmitError(error);
    }
}
