package org.tertulia.message.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.message.config.ServicePhases;
import org.tertulia.message.frames.CloseCode;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.message.presence.OwnPresence;
import org.tertulia.message.presence.PresenceAudience;
import org.tertulia.message.presence.PresenceNotice;
import org.tertulia.message.translationrequests.ChatReaders;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.VerifiedToken;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All connections of this instance. Compares them with the database from time to time, so that what the
 * broker did not bring is delivered all the same; closes them as resumable when the service stops.
 */
@Component
final class Deliveries implements SmartLifecycle, PresenceAudience {

    private static final Duration STOP_POLL = Duration.ofMillis(20);
    private static final int STOP_POLLS = 200;

    private final DeliveryContext context;
    private final IdGenerator ids;
    private final Map<EventLoop, DeliveryShard> shards = new ConcurrentHashMap<>();
    private final Map<UserId, Integer> people = new ConcurrentHashMap<>();
    private final WatchedChats watched = new WatchedChats();
    private final WatchedChats read = new WatchedChats();
    private final DeliveryRounds rounds = new DeliveryRounds(System.nanoTime());
    private final OpenConnections open;
    private final DeliveryAudit audit;
    private volatile boolean running;
    private @Nullable Disposable audits;

    Deliveries(DeliveryContext context, IdGenerator ids, MeterRegistry meters) {
        this.context = context;
        this.ids = ids;
        this.open = context.connections;
        this.audit =
                new DeliveryAudit(
                        context.reads, watched, this::people, shards.values(), this::signal);
        Gauge.builder("message.delivery.connections", open, OpenConnections::count)
                .description("Open WebSocket connections")
                .register(meters);
    }

    /**
     * Serves a connection until it ends; on its event loop.
     *
     * @param frames what the client sends
     */
    Mono<Void> serve(VerifiedToken token, Channel channel, Flux<WebSocketFrame> frames) {
        var session = new DeliverySession(ids.next(), token, channel, shard(channel), context);
        var start = new SessionStart(session, context);
        open.opened();
        var connections = people.merge(session.userId(), 1, Integer::sum);
        var refusal = refusal(token, connections);
        channel.closeFuture().addListener(closed -> ended(session));
        session.open();
        if (refusal == null) {
            start.begin();
        } else {
            session.close(refusal);
        }
        return new ClientFrames(session, context, start).read(frames);
    }

    private @Nullable CloseCode refusal(VerifiedToken token, int connections) {
        if (!running) {
            return CloseCode.RESTART;
        }
        if (context.commands.isRevoked(token)) {
            return CloseCode.SESSION_REVOKED;
        }
        return connections > context.properties.maxConnectionsPerPerson()
                ? CloseCode.TOO_MANY_CONNECTIONS
                : null;
    }

    private void ended(DeliverySession session) {
        session.leave();
        open.ended();
        var person = session.userId();
        people.computeIfPresent(person, (p, count) -> count == 1 ? null : count - 1);
        context.personal.disconnected(person, session.id());
    }

    private DeliveryShard shard(Channel channel) {
        return shards.computeIfAbsent(channel.eventLoop(), this::newShard);
    }

    private DeliveryShard newShard(EventLoop loop) {
        var shard = new DeliveryShard(loop, new ShardChats(watched, read), rounds);
        var unused =
                loop.scheduleAtFixedRate(
                        () -> shard.sweep(System.nanoTime()), 1, 1, TimeUnit.SECONDS);
        return shard;
    }

    /** When somebody who can not be served now is to try again. */
    Duration retryAfter() {
        return open.delay();
    }

    /** Tells all connections. Returns at once. */
    void signal(ShardSignal signal) {
        var round = rounds.next(System.nanoTime());
        shards.values().forEach(shard -> shard.signal(signal, round));
    }

    /** Whether some connection of this instance follows the chat. */
    boolean follows(ChatId chat) {
        return watched.contains(chat);
    }

    /** The same for what may be lost; event loops with a backlog are left alone. */
    void signalIfIdle(ShardSignal signal) {
        var round = rounds.next(System.nanoTime());
        shards.values().forEach(shard -> shard.signalIfIdle(signal, round));
    }

    /** Whether some connection of this instance wants translations of what is said in the chat. */
    boolean hasReaders(ChatId chat) {
        return read.contains(chat);
    }

    /**
     * Asks the connections that want translations of what is said in the chat in which languages; event loops with a
     * backlog are left alone. Returns at once, and calls {@code done} at most once: on the event loop that answers last, or on
     * this thread, when all have a backlog; not when a loop drops what it was asked, and not while there are no connections.
     */
    void poll(ChatId chat, Consumer<ChatReaders> done) {
        var asked = List.copyOf(shards.values());
        var poll = new ReaderPoll(asked.size(), done);
        var round = rounds.next(System.nanoTime());
        for (var shard : asked) {
            if (!shard.signalIfIdle(new ShardSignal.Polled(chat, poll), round)) {
                poll.answered();
            }
        }
    }

    @Override
    public Set<UserId> people() {
        return Set.copyOf(people.keySet());
    }

    @Override
    public void tell(List<PresenceNotice> notices) {
        signal(new ShardSignal.PresenceChanged(notices));
    }

    @Override
    public void tellOwn(UserId person, OwnPresence own) {
        var frame = frame(ServerFrame.MyPresence.of(own));
        signal(new ShardSignal.ToPerson(person, frame));
    }

    /** The text of {@code frame}, for all who get it. */
    byte[] frame(ServerFrame frame) {
        return context.codec.write(frame);
    }

    @Override
    public synchronized void start() {
        running = true;
        audits =
                Flux.interval(context.properties.auditEvery())
                        // A comparison that takes long stands for those that fall into it.
                        .onBackpressureDrop()
                        .concatMap(tick -> audit.run(), 1)
                        .subscribe();
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (audits != null) {
            audits.dispose();
            audits = null;
        }
        signal(new ShardSignal.Leaving(open.turns()));
    }

    /** Waits until the connections have ended, within a bound. */
    @Override
    public void stop(Runnable stopped) {
        stop();
        Flux.interval(Duration.ZERO, STOP_POLL)
                .take(STOP_POLLS)
                .takeUntil(poll -> open.count() == 0)
                .doFinally(end -> stopped.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ServicePhases.DELIVERY;
    }
}
