package org.tertulia.message.delivery;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tertulia.message.drafts.DraftOutcome;
import org.tertulia.message.drafts.Drafts;
import org.tertulia.message.drafts.WriteDraft;
import org.tertulia.message.frames.ClientFrame;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.presence.OwnPresence;
import org.tertulia.message.presence.PresenceChoice;
import org.tertulia.message.presence.Presences;
import org.tertulia.message.presence.SetPresence;
import org.tertulia.message.receipts.DeliveredPositions;
import org.tertulia.message.typing.Typing;
import org.tertulia.message.typing.TypingPace;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.VerifiedToken;
import reactor.core.publisher.Mono;

/** What a client can have done about its person alone. */
@Service
final class PersonalCommands {

    private final Drafts drafts;
    private final Presences presences;
    private final Typing typing;
    private final DeliveredPositions delivered;

    PersonalCommands(
            Drafts drafts, Presences presences, Typing typing, DeliveredPositions delivered) {
        this.drafts = drafts;
        this.presences = presences;
        this.typing = typing;
        this.delivered = delivered;
    }

    /** See {@link Presences#connected}. */
    OwnPresence connected(UUID connection, PresenceChoice stored) {
        return presences.connected(connection, stored);
    }

    /** See {@link Presences#disconnected}. */
    void disconnected(UserId person, UUID connection) {
        presences.disconnected(person, connection);
    }

    Mono<DraftOutcome> write(VerifiedToken token, UUID connection, ClientFrame.SetDraft frame) {
        var write =
                new WriteDraft(
                        frame.chatId(),
                        frame.thread(),
                        frame.text(),
                        frame.replyTo(),
                        frame.baseVersion());
        return drafts.write(new Caller(token.actor(), token.token()), write, connection);
    }

    Mono<OwnPresence> choose(UserId person, UUID connection, ClientFrame.SetPresence frame) {
        var said = new SetPresence(frame.status(), frame.text(), frame.emoji(), frame.until());
        return presences.choose(person, said, connection);
    }

    /** See {@link Presences#notice}. */
    void notice(UserId person, UUID connection, ClientFrame.SetPresence frame) {
        presences.notice(person, connection, frame.status());
    }

    /** See {@link DeliveredPositions#note}. */
    void delivered(UserId person, ClientFrame.Delivered frame) {
        delivered.note(person, frame.chats());
    }

    TypingPace typingPace() {
        return typing.pace();
    }

    Mono<Void> type(UserId person, ClientFrame.Typing frame) {
        return typing.tell(person, frame.chatId(), frame.thread());
    }
}
