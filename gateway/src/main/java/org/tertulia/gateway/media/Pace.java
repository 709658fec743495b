package org.tertulia.gateway.media;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Asks the source of a body for more only while the channel that the body goes to may be written to. The writer of
 * Reactor Netty would take 128 buffers of every slow transfer, which is a megabyte; so it is what may wait in a channel,
 * and a batch.
 *
 * <p>Buffers may come on any thread, one at a time; what is asked for is decided on the channel's event loop.
 */
final class Pace extends ChannelInboundHandlerAdapter
        implements CoreSubscriber<DataBuffer>, Subscription {

    /** Buffers that are asked for at a time. Netty decodes bodies into pieces of 8 KiB at most. */
    private static final int BATCH = 8;

    private final CoreSubscriber<? super DataBuffer> taker;
    private final Channel channel;
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong passed = new AtomicLong();
    private Subscription source = Operators.emptySubscription();
    private volatile boolean over;

    Pace(CoreSubscriber<? super DataBuffer> taker, Channel channel) {
        this.taker = taker;
        this.channel = channel;
    }

    @Override
    public Context currentContext() {
        return taker.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        channel.pipeline().addFirst(this);
        taker.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        wanted.accumulateAndGet(n, Operators::addCap);
        onEventLoop(this::pull);
    }

    @Override
    public void onNext(DataBuffer buffer) {
        var last = asked.decrementAndGet() == 0;
        passed.incrementAndGet();
        taker.onNext(buffer);
        if (last) {
            onEventLoop(this::pull);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        pull();
        context.fireChannelWritabilityChanged();
    }

    private void pull() {
        if (over || asked.get() > 0 || !channel.isWritable()) {
            return;
        }
        var n = (int) Math.min(BATCH, wanted.get());
        if (n > 0) {
            wanted.addAndGet(-n);
            asked.set(n);
            source.request(n);
        }
    }

    @Override
    public void onComplete() {
        leave();
        taker.onComplete();
    }

    @Override
    public void onError(Throwable error) {
        leave();
        taker.onError(error);
    }

    @Override
    public void cancel() {
        leave();
        source.cancel();
    }

    private void leave() {
        over = true;
        onEventLoop(
                () -> {
                    if (channel.pipeline().context(this) != null) {
                        channel.pipeline().remove(this);
                    }
                });
    }

    private void onEventLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
        } else {
            channel.eventLoop().execute(task);
        }
    }

    /** Buffers so far. */
    long passed() {
        return passed.get();
    }

    /** Whether it is the source that is waited for. */
    boolean awaitsSource() {
        return !over && asked.get() > 0;
    }

    /** Whether the channel has still something to take, or the source to give. */
    boolean isUnderWay() {
        return !over || waiting() > 0;
    }

    /** Bytes that the channel was given and has not taken. */
    long waiting() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
