package org.tertulia.message.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tertulia.message.frames.CloseCode;
import org.tertulia.message.timeline.LogPosition;
import org.tertulia.message.timeline.StoredEntry;
import org.tertulia.starter.id.ChatId;

/**
 * Sends from the database what a connection is missing: one read after the other, each of as many chats as it
 * has room for, the chats in turn, and never more than the client takes. Only the connection's event loop
 * touches it.
 */
final class GapFiller {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Failures in a row after which the client is sent elsewhere: about half a minute. */
    private static final int MAX_FAILURES = 20;

    private final DeliverySession session;
    private final FollowedChats chats;
    private final DeliveryContext context;

    /** Bounded by the chats of the connection: each is in it, or in the read under way, once at most. */
    private final Deque<ChatCursor> queue = new ArrayDeque<>();

    private boolean reading;
    private int failures;

    GapFiller(DeliverySession session, FollowedChats chats, DeliveryContext context) {
        this.session = session;
        this.chats = chats;
        this.context = context;
    }

    /** A chat is to be brought up to what is known to exist; {@link #next} begins. */
    void add(ChatCursor cursor) {
        if (!cursor.isFilling()) {
            cursor.filling(true);
            queue.add(cursor);
        }
    }

    /** Goes on, if there is anything to do and room for it. */
    void next() {
        while (!reading && !queue.isEmpty() && session.catchUp().isReadyForMore()) {
            // From here on: what is sent on the way may call this again.
            reading = true;
            var limit = session.catchUp().entriesPerRead();
            var wanted = takeBehind(limit);
            if (wanted.isEmpty()) {
                reading = false;
            } else {
                read(wanted, limit);
            }
        }
    }

    /** The next chats that are behind, as many as one read has room for. Those that are not are done. */
    private List<ChatCursor> takeBehind(int limit) {
        var taken = new ArrayList<ChatCursor>();
        long entries = 0;
        while (entries < limit && !queue.isEmpty()) {
            var cursor = queue.remove();
            if (cursor.isBehind()) {
                taken.add(cursor);
                entries += cursor.missing();
            } else {
                cursor.filling(false);
                chats.onProgress(cursor);
            }
        }
        return taken;
    }

    private void read(List<ChatCursor> wanted, int limit) {
        var after = wanted.stream().map(c -> new LogPosition(c.chatId(), c.sent())).toList();
        session.await(
                context.reads.entriesAfter(after, limit),
                found -> arrived(wanted, found),
                error -> {
                    queue.addAll(wanted);
                    pause();
                });
    }

    private void arrived(
            List<ChatCursor> wanted, Map<ChatId, Collection<StoredEntry>> foundByChat) {
        for (var cursor : wanted) {
            send(cursor, foundByChat.getOrDefault(cursor.chatId(), List.of()));
        }
        session.catchUp().cut();
        queue.addAll(wanted);
        if (foundByChat.isEmpty() && wanted.stream().allMatch(ChatCursor::isBehind)) {
            pause();
            return;
        }
        failures = 0;
        wanted.forEach(chats::onProgress);
        reading = false;
        next();
    }

    private void send(ChatCursor cursor, Collection<StoredEntry> found) {
        for (var stored : found) {
            // Held: the person has left with the entry before, and may not see what comes after it.
            if (!session.catchUp().isReadyForMore() || cursor.isHeld() || cursor.isRemoved()) {
                return;
            }
            chats.sendStored(cursor, stored);
        }
    }

    private void pause() {
        reading = true;
        failures++;
        if (failures > MAX_FAILURES) {
            session.close(CloseCode.RESTART);
            return;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 5));
        var millis = Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis());
        var unused =
                session.loop()
                        .schedule(
                                () -> {
                                    reading = false;
                                    next();
                                },
                                millis,
                                TimeUnit.MILLISECONDS);
    }
}
