package org.tertulia.gateway.realtime;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tertulia.gateway.realtime.SocketEnd.Progress;

/**
 * Joins the connections of a client and of message-service, byte by byte, until both are closed. What one
 * side said before it ended reaches the other, which then is told that there is no more. So the close frames
 * of either side pass, and a side that dies is a connection that ends without one.
 *
 * <p>Runs on the event loop that both connections belong to; only {@link #end} may be called from elsewhere.
 */
final class SocketRelay {

    /** When one side has ended, the other has this long to end as well. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Channel clientChannel;
    private final SocketEnd client;
    private final SocketEnd service;
    private final RealtimeProperties properties;
    private final Consumer<SocketRelay> whenClosed;
    private @Nullable Future<?> timer;
    private boolean ending;
    private long quietLooks;

    /**
     * A relay that does nothing yet.
     *
     * @param whenClosed called when both are closed
     */
    SocketRelay(
            Channel client,
            Channel service,
            RealtimeProperties properties,
            Consumer<SocketRelay> whenClosed) {
        this.clientChannel = client;
        this.client = new SocketEnd(client, service, this);
        this.service = new SocketEnd(service, client, this);
        this.properties = properties;
        this.whenClosed = whenClosed;
    }

    /** Begins with what the service has said already. */
    void start(ServiceHandshake accepted) {
        // Either side may end while the other still talks.
        clientChannel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        clientChannel.config().setWriteBufferWaterMark(properties.waterMark());
        accepted.channel().config().setWriteBufferWaterMark(properties.waterMark());
        watch();
        ClientChannel.passTo(client, clientChannel);
        clientChannel.config().setAutoRead(true);
        accepted.channel().config().setAutoRead(true);
        accepted.passTo(service);
    }

    /** Ends both connections after what was said so far. */
    void end() {
        clientChannel
                .eventLoop()
                .execute(
                        () -> {
                            client.closeWhenWritten();
                            service.closeWhenWritten();
                            cutOffLater();
                        });
    }

    /** {@code end} says no more, and may still listen. */
    void inputOver(SocketEnd end) {
        if (client.isInputOver() && service.isInputOver()) {
            client.closeWhenWritten();
            service.closeWhenWritten();
        } else {
            otherThan(end).endOutput();
        }
        cutOffLater();
    }

    /**
     * {@code end} is not there any more. A client is not closed at once then: with something of its own
     * unread, that would be a reset, which may take from it what the service said last.
     */
    void closed(SocketEnd end) {
        if (!client.isOpen() && !service.isOpen()) {
            stopTimer();
            whenClosed.accept(this);
            return;
        }
        if (client.isOpen()) {
            inputOver(end);
        } else {
            service.closeWhenWritten();
            cutOffLater();
        }
    }

    private SocketEnd otherThan(SocketEnd end) {
        return end.equals(client) ? service : client;
    }

    private void cutOffLater() {
        if (!ending) {
            ending = true;
            stopTimer();
            timer = schedule(this::cutOff, PATIENCE);
        }
    }

    private void watch() {
        timer = schedule(this::look, properties.stall());
    }

    private void look() {
        var fromClient = client.look();
        var fromService = service.look();
        var moved = fromClient == Progress.MOVED || fromService == Progress.MOVED;
        quietLooks = moved ? 0 : quietLooks + 1;
        if (fromClient == Progress.STUCK
                || fromService == Progress.STUCK
                || quietLooks >= properties.idleLooks()) {
            cutOff();
        } else {
            watch();
        }
    }

    private void cutOff() {
        client.close();
        service.close();
    }

    private Future<?> schedule(Runnable task, Duration delay) {
        return clientChannel.eventLoop().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
