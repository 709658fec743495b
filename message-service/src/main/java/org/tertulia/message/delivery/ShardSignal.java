package org.tertulia.message.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.markers.ReadMarker;
import org.tertulia.message.presence.PresenceNotice;
import org.tertulia.message.threads.ThreadState;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;

/** What the connections of an event loop are told from outside of it. */
sealed interface ShardSignal {

    /** Whether entries that come right before and after it may go out together, with it if it is one. */
    default boolean isGathered() {
        return false;
    }

    /** An entry was appended to a chat's log. */
    record Appended(LiveEntry entry) implements ShardSignal {

        /** Who ceases to be a member gets nothing after it. */
        @Override
        public boolean isGathered() {
            return !entry.changesMembers();
        }
    }

    /** This instance has appended an entry itself; it is going to come by {@link Appended} as well. */
    record Committed(LiveEntry entry) implements ShardSignal {

        @Override
        public boolean isGathered() {
            return true;
        }
    }

    /** Somebody has read on, on some device. */
    record MarkerMoved(UserId userId, ReadMarker marker) implements ShardSignal {}

    /** Somebody stands otherwise to a thread, by what was done on some device. */
    record ThreadMarked(UserId userId, ThreadState thread) implements ShardSignal {}

    /**
     * A frame for all connections of a person.
     *
     * @param frame the text of it, UTF-8; not copied, not changed
     */
    record ToPerson(UserId userId, byte[] frame) implements ShardSignal {}

    /** Somebody's draft has another version. */
    record DraftChanged(
            UserId userId,
            ChatId chatId,
            @Nullable Long thread,
            long version,
            @Nullable UUID connectionId,
            Instant at)
            implements ShardSignal {}

    /** Something that concerns whoever follows a chat, beside its log; it may be lost. */
    sealed interface Passing extends ShardSignal {

        /** The chat. */
        ChatId chatId();
    }

    /**
     * Somebody is writing in a chat.
     *
     * @param frame the text of the frame that says so, UTF-8; not copied, not changed
     */
    record Typing(ChatId chatId, UserId userId, byte[] frame) implements Passing {}

    /**
     * There is a translation of a message, or there is none.
     *
     * @param language the language it is in, or was to be in
     * @param frame the text of the frame that says so, UTF-8; not copied, not changed
     */
    record Translation(ChatId chatId, String language, byte[] frame) implements Passing {}

    /** In which languages is the chat to be read? Nothing is sent because of it, so entries may be gathered across it. */
    record Polled(ChatId chatId, ReaderPoll poll) implements Passing {

        @Override
        public boolean isGathered() {
            return true;
        }
    }

    /**
     * Somebody has got or read more of a chat.
     *
     * @param to whom to tell
     * @param frame the text of the frame that says so, UTF-8; not copied, not changed
     */
    record Receipt(ChatId chatId, List<UserId> to, byte[] frame) implements ShardSignal {}

    /** People came or went. */
    record PresenceChanged(List<PresenceNotice> notices) implements ShardSignal {}

    /** A session is over. */
    record SessionRevoked(SessionId sessionId) implements ShardSignal {}

    /** Where chats stand in the database. */
    record Audited(Map<ChatId, Long> lastSeqs) implements ShardSignal {}

    /** Of which chats people are members in the database, who followed others a moment ago. */
    record Memberships(Map<UserId, MemberOf> people) implements ShardSignal {}

    /** The instance goes: all connections end, and their clients come back by turns. */
    record Leaving(ReconnectTurns turns) implements ShardSignal {}
}
