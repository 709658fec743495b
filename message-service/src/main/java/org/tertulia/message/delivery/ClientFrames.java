package org.tertulia.message.delivery;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.message.drafts.DraftOutcome;
import org.tertulia.message.frames.Asked;
import org.tertulia.message.frames.ClientFrame;
import org.tertulia.message.frames.CloseCode;
import org.tertulia.message.frames.FrameCodec;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.posting.Message;
import org.tertulia.message.translationrequests.WantedTranslations;
import org.tertulia.message.typing.TypingPace;
import org.tertulia.starter.problem.ProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Does what the client asks, frame after frame in their order. A client that is too fast, or has too much
 * under way, is not read from for a while; nothing of it is lost.
 */
final class ClientFrames {

    private static final Logger log = LoggerFactory.getLogger(ClientFrames.class);

    private final DeliverySession session;
    private final DeliveryContext context;
    private final SessionStart start;
    private final OpsPace pace;
    private final TypingPace typing;
    private final Scheduler loop;
    private @Nullable MonoSink<Void> saturated;

    ClientFrames(DeliverySession session, DeliveryContext context, SessionStart start) {
        this.session = session;
        this.context = context;
        this.start = start;
        this.pace = new OpsPace(context.properties.opsPerSecond(), context.properties.opsBurst());
        this.typing = context.personal.typingPace();
        this.loop = Schedulers.fromExecutorService(session.loop());
    }

    /** Reads until the client ends; {@code frames} come on the event loop. */
    Mono<Void> read(Flux<WebSocketFrame> frames) {
        return frames.filter(ClientFrames::isData)
                .map(ClientFrames::bytes)
                .concatMap(text -> start.done().then(Mono.defer(() -> handle(text))), 1)
                .then();
    }

    private static boolean isData(WebSocketFrame frame) {
        return frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame;
    }

    /** A binary frame counts as one without a text, which is never understood. */
    private static byte[] bytes(WebSocketFrame frame) {
        return frame instanceof TextWebSocketFrame
                ? ByteBufUtil.getBytes(frame.content())
                : new byte[0];
    }

    /** Completes when the next frame may be read. */
    private Mono<Void> handle(byte[] text) {
        if (session.socket().isClosing()) {
            return Mono.empty();
        }
        session.heard();
        if (text.length > context.properties.maxFrame().toBytes()) {
            session.close(CloseCode.PROTOCOL_ERROR);
            return Mono.empty();
        }
        switch (context.codec.read(text)) {
            case FrameCodec.Received.Unintelligible() -> session.close(CloseCode.PROTOCOL_ERROR);
            case FrameCodec.Received.Refused(var answer) -> session.send(answer);
            case FrameCodec.Received.Understood(var asked, var frame) -> handle(asked, frame);
        }
        return readyForNext(pace.next(System.nanoTime()));
    }

    private Mono<Void> readyForNext(Duration wait) {
        var unsaturated = saturates() ? Mono.<Void>create(this::saturate) : Mono.<Void>empty();
        return wait.isZero() ? unsaturated : unsaturated.then(Mono.delay(wait, loop).then());
    }

    private boolean saturates() {
        return session.socket().unacked() >= context.properties.maxUnacked();
    }

    private void saturate(MonoSink<Void> waiting) {
        saturated = waiting;
    }

    private void handle(Asked asked, ClientFrame frame) {
        var token = session.token();
        var commands = context.commands;
        var chats = session.chats();
        switch (frame) {
            case ClientFrame.SendMessage f ->
                    underWay(asked, commands.send(token, f), sent -> session.send(ack(sent)));
            case ClientFrame.ChangeMessage f -> change(asked, f);
            case ClientFrame.Read f -> underWay(asked, commands.read(token, f), chats::answer);
            case ClientFrame.MarkUnread f ->
                    underWay(asked, commands.markUnread(token, f), chats::answer);
            case ClientFrame.ReadThread f ->
                    underWay(asked, commands.readThread(token, f), chats::answer);
            case ClientFrame.SetDraft f -> write(asked, f);
            case ClientFrame.SetPresence f -> setPresence(asked, f);
            case ClientFrame.Typing f -> type(asked, f);
            case ClientFrame.Delivered f ->
                    orRefuse(asked, () -> context.personal.delivered(session.userId(), f));
            case ClientFrame.Translations f ->
                    orRefuse(asked, () -> session.translations().want(wanted(f)));
            case ClientFrame.RefreshToken f -> renew(asked, f);
            case ClientFrame.Resume f -> orRefuse(asked, () -> chats.resume(f));
            case ClientFrame.Ping _ -> session.send(new ServerFrame.Pong());
        }
    }

    /** Does what counts for the bound of what one client may have under way; {@code work} has one result. */
    private <T> void underWay(Asked asked, Mono<T> work, Consumer<T> answer) {
        session.socket().begun();
        session.await(
                work.single(),
                result -> {
                    answer.accept(result);
                    answered();
                },
                error -> {
                    refuse(asked, error);
                    answered();
                });
    }

    private void answered() {
        session.socket().answered();
        var waiting = saturated;
        if (waiting != null && !saturates()) {
            saturated = null;
            waiting.success();
        }
    }

    private void change(Asked asked, ClientFrame.ChangeMessage frame) {
        underWay(
                asked,
                context.commands.change(session.token(), frame),
                done -> session.send(asked.done(done.seq(), done.version())));
    }

    private static ServerFrame.MessageAck ack(Message message) {
        return new ServerFrame.MessageAck(
                message.chatId(),
                message.clientMessageId(),
                message.id(),
                message.seq(),
                message.postedAt());
    }

    private void write(Asked asked, ClientFrame.SetDraft frame) {
        underWay(
                asked,
                context.personal.write(session.token(), session.id(), frame),
                outcome -> answer(asked, outcome));
    }

    private void answer(Asked asked, DraftOutcome outcome) {
        if (outcome.differs()) {
            session.send(ServerFrame.Draft.of(outcome.draft()));
        }
        session.send(asked.done(null, outcome.draft().version()));
    }

    private void setPresence(Asked asked, ClientFrame.SetPresence frame) {
        if (Boolean.TRUE.equals(frame.automatic())) {
            notice(asked, frame);
        } else {
            underWay(
                    asked,
                    context.personal.choose(session.userId(), session.id(), frame),
                    own -> session.send(asked.done(null, own.version())));
        }
    }

    private void notice(Asked asked, ClientFrame.SetPresence frame) {
        orRefuse(
                asked,
                () -> {
                    context.personal.notice(session.userId(), session.id(), frame);
                    session.send(asked.done(null, null));
                });
    }

    /** Not answered when it is told, nor when it is told too often. */
    private void type(Asked asked, ClientFrame.Typing frame) {
        if (session.chats().cursor(frame.chatId()) == null) {
            refuse(asked, new ChatNotFound(frame.chatId()));
        } else if (typing.next(frame.chatId(), System.nanoTime())) {
            session.await(
                    context.personal.type(session.userId(), frame),
                    nothing -> {},
                    error -> refuse(asked, error));
        }
    }

    private static WantedTranslations wanted(ClientFrame.Translations frame) {
        return WantedTranslations.of(frame.language(), frame.everything(), frame.chats());
    }

    private void renew(Asked asked, ClientFrame.RefreshToken frame) {
        session.await(
                context.commands.renew(session.token(), frame.token()),
                renewed -> {
                    if (context.commands.isRevoked(renewed)) {
                        session.close(CloseCode.SESSION_REVOKED);
                    } else {
                        session.renew(renewed);
                        session.send(new ServerFrame.TokenRefreshed(renewed.expiresAt()));
                    }
                },
                error -> refuse(asked, error));
    }

    private void orRefuse(Asked asked, Runnable work) {
        try {
            work.run();
        } catch (ProblemException refused) {
            refuse(asked, refused);
        }
    }

    private void refuse(Asked asked, Throwable error) {
        if (FrameCodec.isOurFault(error)) {
            log.error("{} failed", asked.op(), error);
        }
        session.send(asked.refused(error));
    }
}
