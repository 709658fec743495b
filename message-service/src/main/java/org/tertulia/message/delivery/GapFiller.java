package org.tertulia.message.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tertulia.message.frames.CloseCode;
import org.tertulia.message.timeline.StoredEntry;

/**
 * Sends from the database what a connection is missing: page by page, the chats in turn, and never more
 * than the client takes. Only the connection's event loop touches it.
 */
final class GapFiller {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Failures in a row after which the client is sent elsewhere: about half a minute. */
    private static final int MAX_FAILURES = 20;

    private final DeliverySession session;
    private final FollowedChats chats;
    private final DeliveryContext context;

    /** Bounded by the chats of the connection: each is in it once at most. */
    private final Deque<ChatCursor> queue = new ArrayDeque<>();

    private boolean reading;
    private int failures;

    GapFiller(DeliverySession session, FollowedChats chats, DeliveryContext context) {
        this.session = session;
        this.chats = chats;
        this.context = context;
    }

    /** Brings a chat up to what is known to exist. */
    void add(ChatCursor cursor) {
        if (!cursor.isFilling()) {
            cursor.filling(true);
            queue.add(cursor);
        }
        next();
    }

    /** Goes on, if there is anything to do and room for it. */
    void next() {
        while (!reading && !queue.isEmpty() && session.socket().isReadyForMore()) {
            var cursor = queue.element();
            if (cursor.isBehind()) {
                read(cursor);
            } else {
                queue.remove();
                cursor.filling(false);
                chats.onProgress(cursor);
            }
        }
    }

    private void read(ChatCursor cursor) {
        reading = true;
        var after = cursor.sent();
        session.await(
                context.reads.entriesAfter(cursor.chatId(), after),
                page -> arrived(cursor, after, page),
                error -> pause());
    }

    private void arrived(ChatCursor cursor, long after, List<StoredEntry> page) {
        reading = false;
        for (var stored : page) {
            if (!session.socket().isReadyForMore() || cursor.isRemoved()) {
                break;
            }
            chats.sendStored(cursor, stored);
        }
        if (page.isEmpty() && cursor.sent() == after && cursor.isBehind()) {
            pause();
            return;
        }
        failures = 0;
        if (queue.remove(cursor)) {
            queue.add(cursor);
        }
        chats.onProgress(cursor);
        next();
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
