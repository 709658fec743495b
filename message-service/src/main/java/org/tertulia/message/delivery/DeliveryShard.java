package org.tertulia.message.delivery;

import io.netty.channel.EventLoop;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.message.concurrent.BoundedQueue;
import org.tertulia.message.frames.CloseCode;
import org.tertulia.message.timeline.ChatsDigest;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The connections of one event loop, and who of them follows which chat. All of it belongs to that loop's
 * thread, so that nothing is locked per receiver; signals from outside come through the inbox, and one
 * turn of the loop hands out as many as there are.
 */
final class DeliveryShard {

    private static final Logger log = LoggerFactory.getLogger(DeliveryShard.class);

    /** Signals that may wait for the loop. Guessed: seconds of a very busy suite. */
    private static final int INBOX_CAPACITY = 16_384;

    /** Signals of one turn, so that reading from sockets gets its turn too. */
    private static final int SIGNALS_PER_TURN = 256;

    private final EventLoop loop;
    private final ShardChats chats;
    private final Flushes flushes;

    /**
     * Bounded: when it overflows, the loop has been stuck for long, and all its connections are closed as
     * slow ones; they resume from where they were.
     */
    private final BoundedQueue<ShardSignal> inbox = new BoundedQueue<>(INBOX_CAPACITY);

    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean overflowed = new AtomicBoolean();

    private final Set<DeliverySession> sessions = new LinkedHashSet<>();
    private final Map<UserId, Set<DeliverySession>> byPerson = new HashMap<>();
    private final EntryRuns runs = new EntryRuns();

    DeliveryShard(EventLoop loop, ShardChats chats, DeliveryRounds rounds) {
        this.loop = loop;
        this.chats = chats;
        this.flushes = new Flushes(loop, rounds::written);
    }

    EventLoop loop() {
        return loop;
    }

    /** The chats that these connections follow. */
    ShardChats chats() {
        return chats;
    }

    /** Where sockets of this loop are flushed. */
    Flushes flushes() {
        return flushes;
    }

    /** Hands a signal to the loop, for the round of that time; from any thread, returns at once. */
    void signal(ShardSignal signal, long round) {
        if (!inbox.offer(signal)) {
            overflowed.set(true);
        }
        if (scheduled.compareAndSet(false, true)) {
            var wait = round - System.nanoTime();
            if (wait > 0) {
                var unused = loop.schedule(this::turn, wait, TimeUnit.NANOSECONDS);
            } else {
                loop.execute(this::turn);
            }
        }
    }

    /** Hands over what may be lost, unless other signals wait already; whether it did. */
    boolean signalIfIdle(ShardSignal signal, long round) {
        var idle = inbox.size() < SIGNALS_PER_TURN;
        if (idle) {
            signal(signal, round);
        }
        return idle;
    }

    private void turn() {
        scheduled.set(false);
        if (overflowed.getAndSet(false)) {
            log.error("The inbox of an event loop overflowed; its connections are closed");
            inbox.take(Integer.MAX_VALUE);
            closeAll(CloseCode.SLOW_CONSUMER);
        }
        inbox.take(SIGNALS_PER_TURN).forEach(this::hand);
        handRuns();
        if (!inbox.isEmpty() && scheduled.compareAndSet(false, true)) {
            loop.execute(this::turn);
        }
    }

    /** Entries that nothing else comes between are gathered, and handed out together. */
    private void hand(ShardSignal signal) {
        if (!signal.isGathered()) {
            handRuns();
        }
        tell(signal);
    }

    private void tell(ShardSignal signal) {
        switch (signal) {
            case ShardSignal.Committed(var entry) -> runs.add(entry, false);
            case ShardSignal.Appended(var entry) when signal.isGathered() -> runs.add(entry, true);
            case ShardSignal.Appended(var entry) -> changeMembers(entry);
            case ShardSignal.MarkerMoved(var person, var marker) ->
                    of(person).forEach(s -> s.afterHello(() -> s.chats().onMarker(marker)));
            case ShardSignal.ThreadMarked(var person, var thread) ->
                    of(person).forEach(s -> s.afterHello(() -> s.chats().onThread(thread)));
            case ShardSignal.PresenceChanged(var notices) ->
                    notices.forEach(n -> of(n.watcher()).forEach(s -> s.onPresence(n)));
            case ShardSignal.ToPerson(var to, var frame) -> of(to).forEach(s -> s.onFrame(frame));
            case ShardSignal.DraftChanged change ->
                    of(change.userId()).forEach(s -> s.onDraft(change));
            case ShardSignal.Passing passing -> chats.pass(passing);
            case ShardSignal.Receipt receipt ->
                    receipt.to().forEach(p -> of(p).forEach(s -> s.onReceipt(receipt)));
            case ShardSignal.SessionRevoked(var id) -> revoke(id);
            case ShardSignal.Audited(var lastSeqs) -> lastSeqs.forEach(this::audit);
            case ShardSignal.Memberships(var people) ->
                    people.forEach((p, read) -> of(p).forEach(s -> s.onMemberships(read)));
            case ShardSignal.Leaving(var turns) -> sendAway(turns);
        }
    }

    private void handRuns() {
        runs.take().forEach((chat, ofChat) -> chats.followers(chat, f -> ofChat.forEach(f::hand)));
    }

    private void changeMembers(LiveEntry entry) {
        chats.followers(entry.chatId(), f -> f.hand(entry));
        for (var person : entry.joined()) {
            of(person).forEach(session -> session.onJoined(entry.chatId()));
        }
    }

    private void revoke(SessionId id) {
        sessions.stream()
                .filter(session -> session.sessionId().equals(id))
                .toList()
                .forEach(session -> session.close(CloseCode.SESSION_REVOKED));
    }

    private void audit(ChatId chat, long lastSeq) {
        chats.following(chat, (cursor, follower) -> follower.onAudit(cursor, lastSeq));
    }

    /** Those of these people of whom a connection here follows other chats; begins a comparison. */
    Mono<List<UserId>> differing(Map<UserId, ChatsDigest> members) {
        return Mono.fromSupplier(() -> differ(members)).subscribeOn(Schedulers.fromExecutor(loop));
    }

    private List<UserId> differ(Map<UserId, ChatsDigest> members) {
        return members.entrySet().stream()
                .filter(person -> differ(of(person.getKey()), person.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Asks each of them, since each begins a comparison of its own. */
    private static boolean differ(Set<DeliverySession> sessions, ChatsDigest members) {
        return sessions.stream()
                .map(session -> session.differsFrom(members))
                .reduce(false, Boolean::logicalOr);
    }

    private void sendAway(ReconnectTurns turns) {
        var random = ThreadLocalRandom.current();
        List.copyOf(sessions).forEach(session -> session.restart(turns.next(random)));
    }

    private void closeAll(CloseCode code) {
        List.copyOf(sessions).forEach(session -> session.close(code));
    }

    /** Once a second: tokens that expire, clients that fell silent. */
    void sweep(long nanoTime) {
        List.copyOf(sessions).forEach(session -> session.sweep(nanoTime));
    }

    void add(DeliverySession session) {
        sessions.add(session);
        byPerson.computeIfAbsent(session.userId(), p -> new LinkedHashSet<>()).add(session);
    }

    /** Takes it out once the present signal has been handed to all. */
    void remove(DeliverySession session, Collection<ChatCursor> cursors) {
        loop.execute(
                () -> {
                    sessions.remove(session);
                    removePerson(session);
                    cursors.forEach(chats::unfollow);
                });
    }

    private void removePerson(DeliverySession session) {
        byPerson.computeIfPresent(
                session.userId(),
                (person, connections) -> {
                    connections.remove(session);
                    return connections.isEmpty() ? null : connections;
                });
    }

    /** Takes it out once the present signal has been handed to all. */
    void unfollow(ChatCursor cursor) {
        loop.execute(() -> chats.unfollow(cursor));
    }

    private Set<DeliverySession> of(UserId person) {
        return byPerson.getOrDefault(person, Set.of());
    }
}
