package org.tertulia.message.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells one connection where the chats stand of which it has missed too much: a few at a time, and never more
 * than the client takes. Only the connection's event loop touches it.
 */
final class Snapshots {

    /** Reads of one connection at once. */
    private static final int AT_ONCE = 4;

    private final DeliverySession session;
    private final FollowedChats chats;
    private final DeliveryContext context;

    /** Bounded by the chats of the connection: those in it are held, and a held one is not put in. */
    private final Deque<ChatCursor> queue = new ArrayDeque<>();

    private int reading;

    Snapshots(DeliverySession session, FollowedChats chats, DeliveryContext context) {
        this.session = session;
        this.chats = chats;
        this.context = context;
    }

    /** Holds the chat back until the client was told; {@link #next} begins. */
    void add(ChatCursor cursor) {
        cursor.hold();
        queue.add(cursor);
    }

    /** Goes on, if there is anything to do and room for it. */
    void next() {
        while (reading < AT_ONCE && !queue.isEmpty() && session.catchUp().isReadyForMore()) {
            reading++;
            read(queue.remove());
        }
    }

    private void read(ChatCursor cursor) {
        session.await(
                SessionReads.patiently(context.reads.state(session.userId(), cursor.chatId())),
                state -> {
                    reading--;
                    session.catchUp().send(context.codec.write(SessionReads.snapshot(state)));
                    session.catchUp().cut();
                    chats.onSnapshot(cursor, state);
                    next();
                },
                error -> {
                    reading--;
                    chats.onUnreadable(cursor, error);
                    next();
                });
    }
}
