package org.tertulia.message.delivery;

import org.springframework.stereotype.Service;
import org.tertulia.message.changing.Change;
import org.tertulia.message.changing.Changed;
import org.tertulia.message.changing.MessageChanging;
import org.tertulia.message.frames.ClientFrame;
import org.tertulia.message.markers.ReadMarker;
import org.tertulia.message.markers.ReadMarkers;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.posting.Message;
import org.tertulia.message.posting.MessagePosting;
import org.tertulia.message.posting.PostMessage;
import org.tertulia.message.threads.ThreadState;
import org.tertulia.message.threads.Threads;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.AccessTokens;
import org.tertulia.starter.security.VerifiedToken;
import reactor.core.publisher.Mono;

/** What a client can have done over its connection; the same as over HTTP. */
@Service
final class ClientCommands {

    private final MessagePosting posting;
    private final MessageChanging changing;
    private final ReadMarkers markers;
    private final Threads threads;
    private final AccessTokens tokens;
    private final RevokedSessions revoked;

    ClientCommands(
            MessagePosting posting,
            MessageChanging changing,
            ReadMarkers markers,
            Threads threads,
            AccessTokens tokens,
            RevokedSessions revoked) {
        this.posting = posting;
        this.changing = changing;
        this.markers = markers;
        this.threads = threads;
        this.tokens = tokens;
        this.revoked = revoked;
    }

    Mono<Message> send(VerifiedToken token, ClientFrame.SendMessage frame) {
        return posting.post(
                caller(token),
                new PostMessage(
                        frame.chatId(),
                        frame.clientMessageId(),
                        frame.text(),
                        frame.replyTo(),
                        frame.thread(),
                        frame.forward(),
                        frame.attachments()));
    }

    Mono<Changed> change(VerifiedToken token, ClientFrame.ChangeMessage frame) {
        return changing.change(caller(token), change(frame));
    }

    private static Change change(ClientFrame.ChangeMessage frame) {
        var chat = frame.chatId();
        var message = frame.message();
        return switch (frame) {
            case ClientFrame.EditMessage f -> new Change.Edit(chat, message, f.version(), f.text());
            case ClientFrame.DeleteMessage _ -> new Change.Delete(chat, message);
            case ClientFrame.AddReaction f -> new Change.React(chat, message, f.emoji(), true);
            case ClientFrame.RemoveReaction f -> new Change.React(chat, message, f.emoji(), false);
            case ClientFrame.PinMessage _ -> new Change.Pin(chat, message, true);
            case ClientFrame.UnpinMessage _ -> new Change.Pin(chat, message, false);
        };
    }

    Mono<ReadMarker> read(VerifiedToken token, ClientFrame.Read frame) {
        return markers.moveTo(caller(token), frame.chatId(), frame.seq(), frame.generation());
    }

    Mono<ReadMarker> markUnread(VerifiedToken token, ClientFrame.MarkUnread frame) {
        return markers.markUnread(caller(token), frame.chatId(), frame.seq());
    }

    Mono<ThreadState> readThread(VerifiedToken token, ClientFrame.ReadThread frame) {
        return threads.moveTo(
                caller(token), new MessagePlace(frame.chatId(), frame.thread()), frame.seq());
    }

    /** The new token, of the same person and session as {@code present}. Fails with unauthenticated. */
    Mono<VerifiedToken> renew(VerifiedToken present, String token) {
        return tokens.verify(token)
                .filter(renewed -> isSame(present, renewed))
                .switchIfEmpty(Mono.error(ClientCommands::foreign));
    }

    boolean isRevoked(VerifiedToken token) {
        return revoked.contains(token.actor().sessionId());
    }

    private static boolean isSame(VerifiedToken present, VerifiedToken renewed) {
        return renewed.actor().userId().equals(present.actor().userId())
                && renewed.actor().sessionId().equals(present.actor().sessionId());
    }

    private static ProblemException foreign() {
        return new ProblemException(
                ProblemTypes.UNAUTHENTICATED,
                "The token is of another person or session than the connection.");
    }

    private static Caller caller(VerifiedToken token) {
        return new Caller(token.actor(), token.token());
    }
}
