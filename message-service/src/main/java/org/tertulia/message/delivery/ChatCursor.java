package org.tertulia.message.delivery;

import org.tertulia.message.timeline.Marker;
import org.tertulia.starter.id.ChatId;

/**
 * How far one connection is in one chat. Only the connection's event loop touches it.
 *
 * <p>While it is held (the client has not been told yet where the chat stands) or being filled from the
 * database, entries that come live are not kept: it is enough to know up to where there is something.
 */
final class ChatCursor {

    private final ChatId chatId;
    private boolean held = true;
    private boolean filling;
    private boolean removed;
    private boolean known;
    private long sent;
    private long target;
    private long audited;
    private Marker told = new Marker(0, 0);

    ChatCursor(ChatId chatId) {
        this.chatId = chatId;
    }

    ChatId chatId() {
        return chatId;
    }

    /** The last seq that was sent. */
    long sent() {
        return sent;
    }

    /** The last seq that is known to exist. */
    long last() {
        return Math.max(sent, target);
    }

    /** How many entries are known to be missing. */
    long missing() {
        return last() - sent;
    }

    /** Whether something is known to be missing that may be sent. */
    boolean isBehind() {
        return !held && !removed && sent < target;
    }

    /** Whether an entry may go out as it comes. */
    boolean isLive() {
        return !held && !filling && !removed;
    }

    boolean isHeld() {
        return held;
    }

    boolean isFilling() {
        return filling;
    }

    void filling(boolean now) {
        filling = now;
    }

    boolean isRemoved() {
        return removed;
    }

    void remove() {
        removed = true;
    }

    /** Whether the client knows of the chat: it was told where it stands, or has asked for it. */
    boolean isKnown() {
        return known;
    }

    /** The client has named the chat. */
    void named() {
        known = true;
    }

    /** Entries wait until {@link #release}. */
    void hold() {
        held = true;
    }

    /** The client has been told all up to {@code seq}. */
    void release(long seq) {
        held = false;
        known = true;
        sent = seq;
    }

    /** The client asks for everything after {@code seq} once more. */
    void rewind(long seq) {
        target = last();
        sent = seq;
    }

    /** There is something up to {@code seq}. */
    void exists(long seq) {
        target = Math.max(target, seq);
    }

    /** The entry of {@code seq} goes out; false when it is not the next one. */
    boolean advance(long seq) {
        if (seq != sent + 1) {
            return false;
        }
        sent = seq;
        return true;
    }

    /** Everything up to {@code seq}, which comes after what was sent, goes out. */
    void advanceTo(long seq) {
        sent = seq;
    }

    /**
     * Compares with the last seq in the database. What was there at the comparison before this one and
     * has not been sent yet is not merely under way, but missing.
     */
    void audit(long lastSeq) {
        missAudited();
        audited = lastSeq;
    }

    /** What was there at the last comparison and has not been sent yet is missing. */
    void missAudited() {
        if (audited > sent) {
            exists(audited);
        }
    }

    /** Whether the client has not been told of this read marker, or a greater one. */
    boolean tellMarker(Marker marker) {
        if (marker.compareTo(told) <= 0) {
            return false;
        }
        told = marker;
        return true;
    }
}
