package org.tertulia.load.client;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.tertulia.load.client.ServerFrame.Ack;

/**
 * A client that stays connected: comes back after every break but the end of its session, resumes each
 * chat where it was, beats, renews its token in place, and sends what is not acknowledged again with
 * the same id. It checks that the server tells every entry of every chat once and in order; what it
 * finds wrong is in {@link LiveState#violations()}.
 *
 * <p>One thread of its own does it all; other threads use {@link #state()} and {@link #send}.
 */
public final class LiveClient implements AutoCloseable {
    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    private final Person person;
    private final LiveState state;
    private final PendingSends pending = new PendingSends();
    private final LiveLoop loop;
    private final Thread thread;

    private LiveClient(Person person, LiveOptions options) {
        this.person = person;
        this.state = new LiveState(options.whole());
        this.loop = new LiveLoop(person, options, state, pending);
        this.thread = Thread.ofVirtual().name("live " + person.handle()).unstarted(loop);
    }

    /** Begins to connect to the WebSocket of the address that the person calls. */
    public static LiveClient start(Person person) {
        return start(person, LiveOptions.at(person.api().realtime()));
    }

    /** Begins to connect. */
    public static LiveClient start(Person person, URI address, Backoff backoff) {
        return start(person, LiveOptions.at(address).with(backoff));
    }

    /** Begins to connect. */
    public static LiveClient start(Person person, LiveOptions options) {
        var client = new LiveClient(person, options);
        client.thread.start();
        return client;
    }

    public Person person() {
        return person;
    }

    public LiveState state() {
        return state;
    }

    /** Waits for the first hello. */
    public LiveClient awaitHello(Duration limit) {
        state.await("hello of " + person.handle(), limit, it -> it.connections() > 0);
        return this;
    }

    /**
     * Says something, however many connections it takes. Completes with the first ack; fails with
     * {@link SendRefused} when the server will not have it.
     */
    public CompletableFuture<Ack> send(UUID chatId, UUID clientMessageId, String text) {
        var frame = new ClientFrame.Send(chatId, clientMessageId, text);
        var acked = pending.add(frame, System.nanoTime());
        loop.order(loop::sendDue);
        return acked;
    }

    public CompletableFuture<Ack> send(UUID chatId, String text) {
        return send(chatId, UUID.randomUUID(), text);
    }

    /** Wants a chat from a position on: every entry after it will be in the replica. */
    public void follow(UUID chatId, long position) {
        loop.order(() -> loop.follow(chatId, position));
    }

    public void markRead(UUID chatId, long seq) {
        loop.order(() -> loop.write(new ClientFrame.Read(chatId, seq)));
    }

    /** Gets a new token and tells it to the server on the connection there is. */
    public void renewToken() {
        loop.order(loop::renew);
    }

    /** Breaks the connection without a word, as a network does. */
    public void breakConnection() {
        loop.order(loop::abort);
    }

    /** How many {@code message.send} frames went out, repeats included. */
    public int framesSent() {
        return pending.sent();
    }

    @Override
    public void close() {
        loop.close();
        thread.interrupt();
        try {
            thread.join(END_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
