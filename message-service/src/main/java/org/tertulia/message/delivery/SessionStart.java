package org.tertulia.message.delivery;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.message.frames.CloseCode;
import org.tertulia.message.frames.PresentPerson;
import org.tertulia.message.frames.ReconnectWithin;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.message.presence.OwnPresence;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The start of a connection: it follows its chats first, then reads where they stand, then says hello.
 * What is appended meanwhile is known to exist by then, and sent after the hello: nothing falls between.
 */
final class SessionStart {

    private static final Logger log = LoggerFactory.getLogger(SessionStart.class);

    private final DeliverySession session;
    private final DeliveryContext context;

    /** One signal, kept for whoever asks later. */
    private final Sinks.Empty<Void> done = Sinks.empty();

    SessionStart(DeliverySession session, DeliveryContext context) {
        this.session = session;
        this.context = context;
    }

    /** Completes after the hello. */
    Mono<Void> done() {
        return done.asMono();
    }

    void begin() {
        session.await(context.reads.chatIds(session.userId()), this::followAll, this::failed);
    }

    private void followAll(List<ChatId> chats) {
        if (session.socket().isClosing()) {
            return;
        }
        chats.forEach(session.chats()::follow);
        session.await(
                context.reads.overview(session.token().actor(), chats), this::greet, this::failed);
    }

    private void greet(DeliveryReads.Overview overview) {
        // Whoever has gone meanwhile must not come to be present: nobody would end that.
        if (session.hasEnded()) {
            return;
        }
        var own = context.personal.connected(session.id(), overview.choice());
        session.greet(hello(overview, own));
        done.tryEmitEmpty();
    }

    private ServerFrame.Hello hello(DeliveryReads.Overview overview, OwnPresence own) {
        var properties = context.properties;
        var window = context.connections.window();
        return new ServerFrame.Hello(
                session.id(),
                overview.person(),
                session.sessionId(),
                properties.heartbeat().toMillis(),
                properties.heartbeatTimeout().toMillis(),
                session.token().expiresAt(),
                (int) properties.maxFrame().toBytes(),
                properties.resumeMaxEntries(),
                context.clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new ReconnectWithin(window.min().toMillis(), window.max().toMillis()),
                overview.chats(),
                overview.present().stream().map(PresentPerson::of).toList(),
                own);
    }

    private void failed(Throwable error) {
        log.warn("A connection can not be started: {}", error.toString());
        session.close(CloseCode.RESTART);
    }
}
