package org.tertulia.message.delivery;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.message.frames.ClientFrame;
import org.tertulia.message.frames.CloseCode;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.message.markers.ReadMarker;
import org.tertulia.message.threads.ThreadState;
import org.tertulia.message.timeline.ChatsDigest;
import org.tertulia.message.timeline.Conversation;
import org.tertulia.message.timeline.StoredEntry;
import org.tertulia.starter.id.ChatId;

/**
 * The chats of one connection, and how far it is in each. Per chat, the entries it sends ascend without a
 * gap or a repeat, from the seq that hello, snapshot, resume or chat.added named: one that comes too early
 * starts a fill from the database, one that came already is dropped. Only the connection's event loop
 * touches it.
 */
final class FollowedChats implements ChatFollower {

    private static final Logger log = LoggerFactory.getLogger(FollowedChats.class);

    /** Chats that one comparison begins with; the next one finds the others. */
    private static final int MAX_MISSING = 50;

    private final DeliverySession session;
    private final DeliveryShard shard;
    private final DeliveryContext context;
    private final GapFiller filler;
    private final Snapshots snapshots;
    private final Resumption resumption;
    private final ChatCursors cursors = new ChatCursors();

    FollowedChats(DeliverySession session, DeliveryShard shard, DeliveryContext context) {
        this.session = session;
        this.shard = shard;
        this.context = context;
        this.filler = new GapFiller(session, this, context);
        this.snapshots = new Snapshots(session, this, context);
        this.resumption = new Resumption(session, this, context);
    }

    /** They, as of now. */
    List<ChatCursor> all() {
        return cursors.all();
    }

    /** Null when it does not follow the chat. */
    @Nullable ChatCursor cursor(ChatId chat) {
        return cursors.get(chat);
    }

    /** Follows a chat, and holds its entries back until the client is told where the chat stands. */
    ChatCursor follow(ChatId chat) {
        var cursor = cursors.add(chat);
        shard.chats().follow(cursor, this);
        session.translations().follow(cursor);
        return cursor;
    }

    /** Forgets all of them; which they were. */
    Collection<ChatCursor> clear() {
        return cursors.clear();
    }

    private void forget(ChatCursor cursor) {
        cursors.remove(cursor.chatId());
        shard.unfollow(cursor);
    }

    /** The client is told where these stand; those it has followed beside them are none of its own. */
    void release(List<Conversation> told) {
        told.forEach(chat -> release(chat, chat.lastSeq()));
        cursors.all().stream().filter(ChatCursor::isHeld).forEach(this::forget);
    }

    private void release(Conversation chat, long lastSeq) {
        var cursor = cursors.get(chat.chatId());
        if (cursor != null) {
            cursor.release(lastSeq);
            cursor.tellMarker(chat.marker());
        }
    }

    @Override
    public boolean hasEnded() {
        return session.hasEnded();
    }

    @Override
    public void onEntry(ChatCursor cursor, LiveEntry entry) {
        if (cursor.isLive() && cursor.advance(entry.seq())) {
            session.send(entry.frame());
            if (entry.ends(session.userId())) {
                remove(cursor);
            }
        } else {
            cursor.exists(entry.seq());
            fillIfBehind(cursor);
        }
    }

    @Override
    public boolean onRun(ChatCursor cursor, EntryRun run, ChatFollowers.SharedWrite wire) {
        if (cursor.isLive() && cursor.sent() >= run.first() - 1) {
            sendRest(cursor, run, wire);
            return true;
        }
        // Those that were not announced by the topic yet come again, after the ones before them.
        cursor.exists(run.announced());
        fillIfBehind(cursor);
        return false;
    }

    private void sendRest(ChatCursor cursor, EntryRun run, ChatFollowers.SharedWrite wire) {
        var sent = cursor.sent();
        if (sent >= run.last()) {
            return;
        }
        cursor.advanceTo(run.last());
        if (sent < run.first()) {
            session.send(wire);
        } else {
            run.textsAfter(sent).forEach(session::send);
        }
    }

    /** Sends an entry from the database, if it is the next one. */
    void sendStored(ChatCursor cursor, StoredEntry stored) {
        if (!cursor.advance(stored.seq())) {
            return;
        }
        var entry = context.entries.of(cursor.chatId(), stored);
        session.catchUp().send(entry.frame());
        if (entry.ends(session.userId())) {
            // Long ago, perhaps, and a member again since: the database knows.
            cursor.hold();
            readChat(cursor, chat -> goOn(cursor));
        }
    }

    private void goOn(ChatCursor cursor) {
        cursor.release(cursor.sent());
        fillIfBehind(cursor);
        resumption.progress(cursor);
    }

    /** The person has become a member, perhaps long ago, perhaps not any more. */
    void onJoined(ChatId chatId) {
        if (!session.socket().isClosing() && cursor(chatId) == null) {
            var cursor = follow(chatId);
            readChat(cursor, chat -> add(cursor, chat));
        }
    }

    private void add(ChatCursor cursor, Conversation chat) {
        session.send(new ServerFrame.ChatAdded(chat));
        release(chat, chat.lastSeq());
        fillIfBehind(cursor);
    }

    /** What is missing of the chat is to be sent; {@link #fillFurther} begins. */
    void fill(ChatCursor cursor) {
        filler.add(cursor);
    }

    /** It is to be told where the chat stands instead; {@link #fillFurther} begins. */
    void sendSnapshot(ChatCursor cursor) {
        snapshots.add(cursor);
    }

    /** The client has been told where the chat stands. */
    void onSnapshot(ChatCursor cursor, DeliveryReads.ChatState state) {
        release(state.chat(), state.newest().lastSeq());
        fillIfBehind(cursor);
        resumption.progress(cursor);
    }

    private void readChat(ChatCursor cursor, Consumer<Conversation> member) {
        session.await(
                SessionReads.patiently(
                        context.reads.conversation(session.userId(), cursor.chatId())),
                member,
                error -> onUnreadable(cursor, error));
    }

    /** The chat could not be read: there is nothing to tell of it, or nobody to read it. */
    void onUnreadable(ChatCursor cursor, Throwable error) {
        if (error instanceof SessionReads.NotAMember) {
            remove(cursor);
        } else {
            log.warn("A connection can not be served: {}", error.toString());
            session.close(CloseCode.RESTART);
        }
    }

    private void remove(ChatCursor cursor) {
        cursor.remove();
        forget(cursor);
        if (cursor.isKnown()) {
            session.send(new ServerFrame.ChatRemoved(cursor.chatId()));
        }
        resumption.progress(cursor);
    }

    /** The person has read on, on some device. */
    void onMarker(ReadMarker marker) {
        var cursor = cursors.get(marker.chatId());
        if (cursor != null && cursor.tellMarker(marker.marker())) {
            session.send(ServerFrame.Read.of(marker));
        }
    }

    /** The answer to the client's own {@code read}, which is sent also when nothing has moved. */
    void answer(ReadMarker marker) {
        var cursor = cursors.get(marker.chatId());
        if (cursor != null) {
            cursor.tellMarker(marker.marker());
        }
        session.send(ServerFrame.Read.of(marker));
    }

    /** The person stands otherwise to a thread, by what was done on some device. */
    void onThread(ThreadState thread) {
        if (cursor(thread.chatId()) != null) {
            answer(thread);
        }
    }

    /** The answer to the client's own {@code thread.read}. */
    void answer(ThreadState thread) {
        session.send(ServerFrame.ThreadRead.of(thread));
    }

    @Override
    public void onTyping(ShardSignal.Typing typing) {
        session.onTyping(typing);
    }

    @Override
    public void onAudit(ChatCursor cursor, long lastSeq) {
        cursor.audit(lastSeq);
        fillIfBehind(cursor);
    }

    /** Begins a comparison; see {@link ChatCursors}. */
    boolean differFrom(ChatsDigest members) {
        return cursors.differFrom(members);
    }

    /**
     * Ends the comparison: begins with chats that the person was not told of, and brings those to the end of
     * their logs that the person is not a member of any more. What ended that is in there.
     */
    void onMemberships(MemberOf read) {
        var difference = cursors.compare(read);
        difference.missing().stream().limit(MAX_MISSING).forEach(this::onJoined);
        difference.ended().forEach(this::onEnded);
    }

    private void onEnded(ChatCursor cursor) {
        cursor.missAudited();
        fillIfBehind(cursor);
    }

    /** Fails with a problem when this can not be done. */
    void resume(ClientFrame.Resume frame) {
        resumption.begin(frame);
    }

    /** A chat has got further. */
    void onProgress(ChatCursor cursor) {
        resumption.progress(cursor);
    }

    /** Brings every chat up to what is known to exist. */
    void fillAll() {
        cursors.all().stream().filter(ChatCursor::isBehind).forEach(filler::add);
        filler.next();
    }

    /** Goes on with what waited for the client. */
    void fillFurther() {
        filler.next();
        snapshots.next();
    }

    private void fillIfBehind(ChatCursor cursor) {
        if (cursor.isBehind()) {
            filler.add(cursor);
            filler.next();
        }
    }
}
