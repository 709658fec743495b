package org.tertulia.message.delivery;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.message.frames.CloseCode;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.message.presence.PresenceNotice;
import org.tertulia.message.timeline.ChatsDigest;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.VerifiedToken;
import reactor.core.publisher.Mono;

/**
 * One connection: whose it is, for how long, and what it is told. Everything in here, and in what it is
 * made of, runs on the connection's event loop; {@link #await} brings results back to it.
 */
final class DeliverySession {

    private static final Logger log = LoggerFactory.getLogger(DeliverySession.class);

    /** What may wait for the hello; far more than comes in the time it takes. */
    private static final int MAX_DEFERRED = 10_000;

    private final UUID id;
    private final DeliveryShard shard;
    private final DeliveryContext context;
    private final SessionSocket socket;
    private final FollowedChats chats;
    private final CatchUp catchUp;
    private final TranslationReader translations;
    private List<Runnable> deferred = new ArrayList<>();
    private VerifiedToken token;
    private boolean started;
    private boolean ended;
    private long heardAt;

    DeliverySession(
            UUID id,
            VerifiedToken token,
            Channel channel,
            DeliveryShard shard,
            DeliveryContext context) {
        this.id = id;
        this.token = token;
        this.shard = shard;
        this.context = context;
        this.socket = new SessionSocket(channel, shard.flushes(), context.properties);
        this.catchUp = new CatchUp(this, context);
        this.chats = new FollowedChats(this, shard, context);
        this.translations = new TranslationReader(this, shard);
        this.heardAt = System.nanoTime();
    }

    /** Begins: from now on it is told what happens to its person. */
    void open() {
        socket.open(chats::fillFurther);
        shard.add(this);
    }

    UUID id() {
        return id;
    }

    UserId userId() {
        return token.actor().userId();
    }

    SessionId sessionId() {
        return token.actor().sessionId();
    }

    VerifiedToken token() {
        return token;
    }

    void renew(VerifiedToken renewed) {
        token = renewed;
    }

    EventLoop loop() {
        return shard.loop();
    }

    SessionSocket socket() {
        return socket;
    }

    FollowedChats chats() {
        return chats;
    }

    CatchUp catchUp() {
        return catchUp;
    }

    TranslationReader translations() {
        return translations;
    }

    /** Sends the first frame, and lets go what has waited for it. */
    void greet(ServerFrame.Hello hello) {
        chats.release(hello.chats());
        send(hello);
        started = true;
        var waiting = deferred;
        deferred = List.of();
        waiting.forEach(Runnable::run);
        chats.fillAll();
    }

    /** Does it now, or after the hello. */
    void afterHello(Runnable work) {
        if (started) {
            work.run();
        } else if (deferred.size() < MAX_DEFERRED) {
            deferred.add(work);
        } else {
            close(CloseCode.SLOW_CONSUMER);
        }
    }

    void onJoined(ChatId chatId) {
        afterHello(() -> chats.onJoined(chatId));
    }

    /** Begins a comparison; see {@link ChatCursors}. There is none before the hello, which says it all. */
    boolean differsFrom(ChatsDigest members) {
        return started && !ended && chats.differFrom(members);
    }

    void onMemberships(MemberOf read) {
        if (started && !ended) {
            chats.onMemberships(read);
        }
    }

    void onPresence(PresenceNotice notice) {
        afterHello(() -> send(ServerFrame.Presence.of(notice.subject(), notice.shown())));
    }

    /** A frame for the person, wherever they are connected. */
    void onFrame(byte[] frame) {
        afterHello(() -> send(frame));
    }

    /** A draft of the person has changed; told unless this connection did it. */
    void onDraft(ShardSignal.DraftChanged change) {
        if (!id.equals(change.connectionId())) {
            afterHello(() -> sendDraft(change));
        }
    }

    private void sendDraft(ShardSignal.DraftChanged change) {
        await(
                context.reads.draft(userId(), change),
                draft -> send(ServerFrame.Draft.of(draft)),
                error -> log.debug("A draft was not told: {}", error.toString()));
    }

    /** Told only when nothing else waits, in a chat that is up to date. */
    void onTyping(ShardSignal.Typing typing) {
        if (!typing.userId().equals(userId())) {
            sendIfIdle(typing.chatId(), typing.frame());
        }
    }

    /** Somebody else has got or read more; told only as typing is. */
    void onReceipt(ShardSignal.Receipt receipt) {
        sendIfIdle(receipt.chatId(), receipt.frame());
    }

    /** Sends what may be lost, unless the client is behind. */
    void sendIfIdle(ChatId chatId, byte[] frame) {
        var cursor = chats.cursor(chatId);
        if (started && cursor != null && cursor.isLive() && socket.isReadyForMore()) {
            send(frame);
        }
    }

    void send(ServerFrame frame) {
        send(context.codec.write(frame));
    }

    /** Sends the text of a frame, which may be shared with other connections; after all that was sent before. */
    void send(byte[] frame) {
        catchUp.cut();
        sendAsIs(frame);
    }

    /** Sends what others are sent too, in one write; after all that was sent before. */
    void send(ChatFollowers.SharedWrite wire) {
        catchUp.cut();
        if (!socket.send(wire)) {
            close(CloseCode.SLOW_CONSUMER);
        }
    }

    /** Sends the text of a frame, whatever is being gathered to go out later. */
    void sendAsIs(byte[] frame) {
        if (!socket.send(frame)) {
            close(CloseCode.SLOW_CONSUMER);
        }
    }

    /** Sends frames in the place that was kept for them. */
    void fill(Outgoing.Parcel place, List<byte[]> frames, boolean binary) {
        if (!socket.fill(place, frames, binary)) {
            close(CloseCode.SLOW_CONSUMER);
        }
    }

    /** Something came from the client. */
    void heard() {
        heardAt = System.nanoTime();
    }

    /** Ends it when its token has expired, or nothing has come for too long. */
    void sweep(long nanoTime) {
        if (!context.clock.instant().isBefore(token.expiresAt())) {
            close(CloseCode.TOKEN_EXPIRED);
        } else if (nanoTime - heardAt > context.properties.heartbeatTimeout().toNanos()) {
            close(CloseCode.HEARTBEAT_TIMEOUT);
        }
    }

    /** Ends it; see {@link SessionSocket}. Nothing that happens from now on is sent. */
    void close(CloseCode code) {
        if (code == CloseCode.RESTART) {
            restart(context.connections.delay());
        } else {
            leave();
            socket.close(code);
        }
    }

    /** Ends it for a restart; the client is asked to come back after so long. */
    void restart(Duration after) {
        leave();
        socket.restart(context.codec.write(new ServerFrame.Reconnect(after.toMillis())));
    }

    /** Whether the socket is gone, or about to go. */
    boolean hasEnded() {
        return ended;
    }

    /** The socket is gone, or about to go. */
    void leave() {
        ended = true;
        shard.remove(this, chats.clear());
    }

    /** Takes the result of {@code work} back to the event loop. */
    <T> void await(Mono<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        work.subscribe(
                result -> loop().execute(() -> run(() -> done.accept(result))),
                error -> loop().execute(() -> run(() -> failed.accept(error))));
    }

    private void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            log.error("A connection failed and is closed", fault);
            close(CloseCode.RESTART);
        }
    }
}
