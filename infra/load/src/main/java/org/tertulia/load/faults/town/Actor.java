package org.tertulia.load.faults.town;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.MessageView;
import org.tertulia.load.client.Patience;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame.Ack;
import org.tertulia.load.client.Unreachable;
import org.tertulia.load.faults.check.JoinAsked;
import org.tertulia.load.faults.check.Moved;
import org.tertulia.load.faults.check.Posted;
import org.tertulia.load.faults.check.ReadUpTo;

/**
 * Somebody who acts: repeats everything until it is answered, as a client does, and writes into the
 * journal what the answers promise. What is refused without a reason is a complaint. One thread at a
 * time acts for a person.
 */
public final class Actor implements AutoCloseable {
    /** Messages over the WebSocket that wait for their ack. */
    private static final int UNDER_WAY = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int NOT_FOUND = 404;

    private final Person person;
    private final Ear ear;
    private final Journal journal;
    private final List<UUID> rooms;
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final Map<UUID, Integer> moves = new HashMap<>();
    private final Map<UUID, Long> seqs = new ConcurrentHashMap<>();

    Actor(Person person, Ear ear, List<UUID> rooms, Journal journal) {
        this.person = person;
        this.ear = ear;
        this.rooms = List.copyOf(rooms);
        this.journal = journal;
    }

    public Person person() {
        return person;
    }

    public Journal journal() {
        return journal;
    }

    Ear ear() {
        return ear;
    }

    /** The chat of a room. */
    public UUID chat(int number) {
        return rooms.get(number);
    }

    /** Says something over the WebSocket; waits only while too many are under way. */
    public void say(UUID chatId, UUID id, String text) throws InterruptedException {
        room.acquire();
        journal.tally().handedOver();
        var start = System.nanoTime();
        var unused =
                ear.live()
                        .send(chatId, id, text)
                        .whenComplete((ack, error) -> said(chatId, text, start, ack, error));
    }

    private void said(
            UUID chatId, String text, long start, @Nullable Ack ack, @Nullable Throwable error) {
        if (ack != null) {
            acked(start);
            posted(new Posted(chatId, person.id(), ack.clientMessageId(), text, ack.seq()));
        } else {
            ear.complain("a message to chat %s was not taken: %s".formatted(chatId, error));
        }
        room.release();
    }

    /** Waits until everything said is acknowledged. */
    public void settle() throws InterruptedException {
        if (!settle(PATIENCE)) {
            ear.complain("not acknowledged within " + PATIENCE);
        }
    }

    /** Waits until everything said is acknowledged; tells whether it is within the time. */
    public boolean settle(Duration limit) throws InterruptedException {
        if (!room.tryAcquire(UNDER_WAY, limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        room.release(UNDER_WAY);
        return true;
    }

    /** Says something over REST. */
    public void post(UUID chatId, UUID id, String text) {
        insist("posting", () -> person.chats().tryPost(chatId, id, text))
                .map(it -> it.as(MessageView.class))
                .ifPresent(it -> posted(new Posted(chatId, person.id(), id, text, it.seq())));
    }

    private void posted(Posted message) {
        seqs.put(message.clientMessageId(), message.seq());
        journal.claim(message);
    }

    /** Where a message of this person is, once it is acknowledged. */
    public Optional<Long> seqOf(UUID clientMessageId) {
        return Optional.ofNullable(seqs.get(clientMessageId));
    }

    /** Marks as read what the client has. */
    public void readOn(UUID chatId) {
        var seq = Math.max(0, ear.live().state().position(chatId));
        insist("reading", () -> person.chats().tryMarkRead(chatId, seq))
                .map(it -> it.json().path("readSeq").asLong())
                .ifPresent(it -> journal.marked(new ReadUpTo(person.id(), chatId, it)));
    }

    /** It is counted as done. */
    public void did(String operation) {
        journal.tally().done(operation);
    }

    /** Something is wrong that nothing else tells. */
    public void complain(String what) {
        ear.complain(what);
    }

    /** Joins a public chat. */
    public void join(UUID chatId) {
        journal.joinAsked(new JoinAsked(person.id(), chatId, System.nanoTime()));
        insist("joining", () -> person.chats().tryJoin(chatId))
                .ifPresent(it -> moved(chatId, true));
    }

    /** Leaves a chat once everything said in it is acknowledged. */
    public void leave(UUID chatId) throws InterruptedException {
        settle();
        var tries = new AtomicInteger();
        Supplier<Answer> leaving =
                () -> {
                    tries.incrementAndGet();
                    return person.chats().tryLeave(chatId);
                };
        insist("leaving", leaving, it -> it.isSuccess() || isGone(it, tries.get()))
                .ifPresent(it -> moved(chatId, false));
    }

    /** An earlier try has succeeded without our hearing of it. */
    private static boolean isGone(Answer answer, int tries) {
        return tries > 1 && answer.status() == NOT_FOUND;
    }

    private void moved(UUID chatId, boolean joined) {
        var nth = moves.merge(chatId, 1, Integer::sum);
        journal.claim(new Moved(chatId, person.id(), joined, nth));
    }

    /** Makes a request until it is answered; empty, with a complaint, when it is refused. */
    public Optional<Answer> insist(String what, Supplier<Answer> request) {
        return insist(what, request, Answer::isSuccess);
    }

    private Optional<Answer> insist(
            String what, Supplier<Answer> request, Predicate<Answer> expected) {
        var start = System.nanoTime();
        try {
            var answer = new Patience(PATIENCE).call(counting(request));
            if (expected.test(answer)) {
                acked(start);
                return Optional.of(answer);
            }
            ear.complain("%s: %d %s".formatted(what, answer.status(), answer.body()));
        } catch (Unreachable e) {
            ear.complain("%s: %s".formatted(what, e));
        }
        return Optional.empty();
    }

    private Supplier<Answer> counting(Supplier<Answer> request) {
        var tries = new AtomicInteger();
        return () -> {
            if (tries.incrementAndGet() > 1) {
                journal.tally().retried();
            }
            return request.get();
        };
    }

    private void acked(long start) {
        journal.tally().acked(Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public void close() {
        ear.close();
    }
}
