package org.tertulia.message.frames;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.drafts.ReplacedDraft;
import org.tertulia.message.markers.ReadMarker;
import org.tertulia.message.people.Person;
import org.tertulia.message.presence.OwnPresence;
import org.tertulia.message.presence.PresenceStatus;
import org.tertulia.message.presence.ShownPresence;
import org.tertulia.message.threads.ThreadState;
import org.tertulia.message.timeline.Conversation;
import org.tertulia.message.timeline.Marker;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.Problem;

/** What the server sends, but for {@code entry}, which is made from the log's own JSON: {@link EntryFrame}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ServerFrame.MessageAck.class, name = "message.ack"),
    @JsonSubTypes.Type(value = ServerFrame.Done.class, name = "done"),
    @JsonSubTypes.Type(value = ServerFrame.Snapshot.class, name = "snapshot"),
    @JsonSubTypes.Type(value = ServerFrame.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = ServerFrame.ChatAdded.class, name = "chat.added"),
    @JsonSubTypes.Type(value = ServerFrame.ChatRemoved.class, name = "chat.removed"),
    @JsonSubTypes.Type(value = ServerFrame.Read.class, name = "read"),
    @JsonSubTypes.Type(value = ServerFrame.ThreadRead.class, name = "thread.read"),
    @JsonSubTypes.Type(value = ServerFrame.Receipt.class, name = "receipt"),
    @JsonSubTypes.Type(value = ServerFrame.Presence.class, name = "presence"),
    @JsonSubTypes.Type(value = ServerFrame.MyPresence.class, name = "presence.own"),
    @JsonSubTypes.Type(value = ServerFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = ServerFrame.Draft.class, name = "draft"),
    @JsonSubTypes.Type(value = ServerFrame.Bookmark.class, name = "bookmark"),
    @JsonSubTypes.Type(value = NotificationFrame.Added.class, name = "notification.added"),
    @JsonSubTypes.Type(value = NotificationFrame.Settled.class, name = "notification.settled"),
    @JsonSubTypes.Type(value = TranslationFrame.Translated.class, name = "message.translated"),
    @JsonSubTypes.Type(value = TranslationFrame.Untranslated.class, name = "message.untranslated"),
    @JsonSubTypes.Type(value = ServerFrame.TokenRefreshed.class, name = "auth.refreshed"),
    @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerFrame.Reconnect.class, name = "reconnect"),
    @JsonSubTypes.Type(value = ServerFrame.Refused.class, name = "error")
})
public sealed interface ServerFrame
        permits ServerFrame.Hello,
                ServerFrame.MessageAck,
                ServerFrame.Done,
                ServerFrame.Snapshot,
                ServerFrame.Resumed,
                ServerFrame.ChatAdded,
                ServerFrame.ChatRemoved,
                ServerFrame.Read,
                ServerFrame.ThreadRead,
                ServerFrame.Receipt,
                ServerFrame.Presence,
                ServerFrame.MyPresence,
                ServerFrame.Typing,
                ServerFrame.Draft,
                ServerFrame.Bookmark,
                ServerFrame.TokenRefreshed,
                ServerFrame.Pong,
                ServerFrame.Reconnect,
                ServerFrame.Refused,
                NotificationFrame,
                TranslationFrame {

    /** The first frame: who the client is, what it may do, and where each of its chats stands. */
    record Hello(
            UUID connectionId,
            Person person,
            SessionId sessionId,
            long heartbeatMs,
            long heartbeatTimeoutMs,
            Instant tokenExpiresAt,
            int maxFrameBytes,
            int resumeMaxEntries,
            Instant serverTime,
            ReconnectWithin reconnect,
            List<Conversation> chats,
            List<PresentPerson> presence,
            OwnPresence ownPresence)
            implements ServerFrame {}

    /** The message is stored. */
    record MessageAck(
            ChatId chatId, UUID clientMessageId, MessageId messageId, long seq, Instant postedAt)
            implements ServerFrame {}

    /**
     * A frame of the client was done, for good.
     *
     * @param re the {@code op} of that frame
     * @param requestId the one of that frame
     * @param chatId the chat it was about
     * @param message the seq of the message it was about
     * @param seq the log entry it became; null when there was nothing left to do
     * @param version the version that it led to: of the message, of the draft, of what was said of oneself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            String re,
            @Nullable String requestId,
            @Nullable ChatId chatId,
            @Nullable Long message,
            @Nullable Long seq,
            @Nullable Long version)
            implements ServerFrame {}

    /** Too much was missed to be told one by one: where the chat stands, and its newest messages. */
    record Snapshot(
            ChatId chatId,
            long lastSeq,
            long readSeq,
            Marker marker,
            List<MessageView> messages,
            @Nullable String before,
            ChatSummary chat)
            implements ServerFrame {}

    /** Everything asked for has been sent. */
    record Resumed(Map<ChatId, Long> chats) implements ServerFrame {}

    /** The person is a member from here on. */
    record ChatAdded(Conversation chat) implements ServerFrame {}

    /** The person is not a member, or no longer. */
    record ChatRemoved(ChatId chatId) implements ServerFrame {}

    /** The person has read so far, here or on another device; see {@link Marker}. */
    record Read(ChatId chatId, int generation, long readSeq, int unread, int mentions)
            implements ServerFrame {

        /** Says where the person is now. */
        public static Read of(ReadMarker marker) {
            return new Read(
                    marker.chatId(),
                    marker.generation(),
                    marker.readSeq(),
                    marker.unread(),
                    marker.mentions());
        }
    }

    /** How the person stands to a thread, by what was done here or on another device. */
    record ThreadRead(
            ChatId chatId, long thread, boolean following, long readSeq, int unread, int mentions)
            implements ServerFrame {

        /** Says how the person stands to it now. */
        public static ThreadRead of(ThreadState state) {
            return new ThreadRead(
                    state.chatId(),
                    state.thread(),
                    state.following(),
                    state.readSeq(),
                    state.unread(),
                    state.mentions());
        }
    }

    /** Another member has got and read so far; of two about one member, the greater seqs count. */
    record Receipt(ChatId chatId, UserId userId, long deliveredSeq, long readSeq)
            implements ServerFrame {}

    /** Somebody is shown as this from now on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Presence(
            UserId userId, PresenceStatus status, @Nullable String text, @Nullable String emoji)
            implements ServerFrame {

        /** Says how somebody is shown. */
        public static Presence of(UserId userId, ShownPresence shown) {
            return new Presence(userId, shown.status(), shown.text(), shown.emoji());
        }
    }

    /** What the person has said about themselves, here or on another device. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MyPresence(
            String status,
            @Nullable String text,
            @Nullable String emoji,
            @Nullable Instant until,
            long version)
            implements ServerFrame {

        /** Says what the person has chosen to be shown as. */
        public static MyPresence of(OwnPresence own) {
            return new MyPresence(
                    own.status(), own.text(), own.emoji(), own.until(), own.version());
        }
    }

    /** Somebody is writing, until {@code untilMs} unless told again; in milliseconds since 1970 (UTC). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Typing(ChatId chatId, @Nullable Long thread, UserId userId, long untilMs)
            implements ServerFrame {}

    /** A draft of the person as it is now; of two about one place, the one with the greater version counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Draft(
            ChatId chatId,
            @Nullable Long thread,
            String text,
            @Nullable Long replyTo,
            long version,
            Instant updatedAt,
            @Nullable ReplacedDraft replaced)
            implements ServerFrame {

        /** Says {@code draft}. */
        public static Draft of(org.tertulia.message.drafts.Draft draft) {
            return new Draft(
                    draft.chatId(),
                    draft.thread(),
                    draft.text(),
                    draft.replyTo(),
                    draft.version(),
                    draft.updatedAt(),
                    draft.replaced());
        }
    }

    /** The person has bookmarked a message, or no longer; of two about one message, the later counts. */
    record Bookmark(ChatId chatId, long message, boolean bookmarked, Instant at)
            implements ServerFrame {}

    /** The new token is in force. */
    record TokenRefreshed(Instant expiresAt) implements ServerFrame {}

    /** The answer to a ping. */
    record Pong() implements ServerFrame {}

    /**
     * The last frame before the server closes a connection that is to be resumed elsewhere.
     *
     * @param afterMs how long this client is to wait; others are told another time
     */
    record Reconnect(long afterMs) implements ServerFrame {}

    /**
     * A frame of the client could not be done.
     *
     * @param re the {@code op} of that frame
     * @param requestId the one of that frame
     * @param clientMessageId of a message that was not stored
     * @param chatId the chat it was about
     * @param message the seq of the message it was about
     * @param retryAfterMs when trying again makes sense, where that is known to help
     * @param problem why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(
            String re,
            @Nullable String requestId,
            @Nullable UUID clientMessageId,
            @Nullable ChatId chatId,
            @Nullable Long message,
            @Nullable Long retryAfterMs,
            Problem problem)
            implements ServerFrame {}
}
