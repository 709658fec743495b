package org.tertulia.message.delivery;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tertulia.message.frames.ClientFrame;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * One {@code resume} at a time: which chats are still being brought up to date, and the answer when all
 * are. Only the connection's event loop touches it.
 */
final class Resumption {

    /** The only way in which a client can ask for batches. */
    private static final String GZIP = "gzip";

    private final DeliverySession session;
    private final FollowedChats chats;
    private final DeliveryContext context;

    /**
     * Up to which seq each chat that is not there yet is to be sent. By cursor: whoever leaves a chat and
     * joins it again meanwhile has another one, of which this resume says nothing.
     */
    private final Map<ChatCursor, Long> missing = new HashMap<>();

    private final Map<ChatCursor, Long> reached = new LinkedHashMap<>();
    private boolean underWay;
    private boolean preparing;

    Resumption(DeliverySession session, FollowedChats chats, DeliveryContext context) {
        this.session = session;
        this.chats = chats;
        this.context = context;
    }

    /** Fails with a {@link ProblemException} when this can not be done. */
    void begin(ClientFrame.Resume frame) {
        check(frame);
        underWay = true;
        preparing = true;
        session.catchUp().batched(frame.compression() != null);
        frame.chats().forEach(this::resume);
        chats.fillFurther();
        preparing = false;
        finishIfDone();
    }

    private void check(ClientFrame.Resume frame) {
        if (underWay) {
            throw new ProblemException(ProblemTypes.CONFLICT, "A resume is under way.");
        }
        if (frame.chats().size() > context.properties.resumeMaxChats()) {
            throw refused("must have at most %d".formatted(context.properties.resumeMaxChats()));
        }
        if (frame.chats().values().stream().anyMatch(seq -> seq < 0)) {
            throw refused("must have no seq below 0");
        }
        if (frame.compression() != null && !GZIP.equals(frame.compression())) {
            throw refused().field("compression", "must be %s, or absent".formatted(GZIP));
        }
    }

    private static ProblemException refused(String message) {
        return refused().field("chats", message);
    }

    private static ProblemException refused() {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.");
    }

    private void resume(ChatId chatId, long from) {
        var cursor = chats.cursor(chatId);
        if (cursor == null) {
            session.send(new ServerFrame.ChatRemoved(chatId));
            return;
        }
        if (cursor.isHeld()) {
            // It has just been added, or a snapshot of it is under way: both tell where it stands,
            // or that it is gone.
            cursor.named();
            return;
        }
        var last = cursor.last();
        if (from > last || last - from > context.properties.resumeMaxEntries()) {
            missing.put(cursor, last);
            chats.sendSnapshot(cursor);
        } else {
            cursor.rewind(from);
            missing.put(cursor, last);
            chats.fill(cursor);
        }
    }

    /** A chat has got further, or is gone. */
    void progress(ChatCursor cursor) {
        var wanted = missing.get(cursor);
        if (wanted != null && (cursor.isRemoved() || !cursor.isHeld() && cursor.sent() >= wanted)) {
            missing.remove(cursor);
            reached.put(cursor, cursor.sent());
            finishIfDone();
        }
    }

    private void finishIfDone() {
        if (underWay && !preparing && missing.isEmpty()) {
            underWay = false;
            session.send(new ServerFrame.Resumed(told()));
            reached.clear();
        }
    }

    /** Without those that were left since they were reached. */
    private Map<ChatId, Long> told() {
        var told = new HashMap<ChatId, Long>();
        reached.forEach(
                (cursor, seq) -> {
                    if (!cursor.isRemoved()) {
                        told.put(cursor.chatId(), seq);
                    }
                });
        return Map.copyOf(told);
    }
}
