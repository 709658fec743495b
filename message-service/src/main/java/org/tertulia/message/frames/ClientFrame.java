package org.tertulia.message.frames;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;

/**
 * What a client sends. Unknown properties are ignored; what may be absent is {@link Nullable}. Every frame may also
 * have a {@code requestId}, see {@link Asked}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.SendMessage.class, name = "message.send"),
    @JsonSubTypes.Type(value = ClientFrame.EditMessage.class, name = "message.edit"),
    @JsonSubTypes.Type(value = ClientFrame.DeleteMessage.class, name = "message.delete"),
    @JsonSubTypes.Type(value = ClientFrame.AddReaction.class, name = "reaction.add"),
    @JsonSubTypes.Type(value = ClientFrame.RemoveReaction.class, name = "reaction.remove"),
    @JsonSubTypes.Type(value = ClientFrame.PinMessage.class, name = "message.pin"),
    @JsonSubTypes.Type(value = ClientFrame.UnpinMessage.class, name = "message.unpin"),
    @JsonSubTypes.Type(value = ClientFrame.SetDraft.class, name = "draft.set"),
    @JsonSubTypes.Type(value = ClientFrame.SetPresence.class, name = "presence.set"),
    @JsonSubTypes.Type(value = ClientFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = ClientFrame.Translations.class, name = "translations"),
    @JsonSubTypes.Type(value = ClientFrame.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = ClientFrame.Read.class, name = "read"),
    @JsonSubTypes.Type(value = ClientFrame.Delivered.class, name = "delivered"),
    @JsonSubTypes.Type(value = ClientFrame.MarkUnread.class, name = "unread"),
    @JsonSubTypes.Type(value = ClientFrame.ReadThread.class, name = "thread.read"),
    @JsonSubTypes.Type(value = ClientFrame.RefreshToken.class, name = "auth.refresh"),
    @JsonSubTypes.Type(value = ClientFrame.Ping.class, name = "ping")
})
public sealed interface ClientFrame {

    /**
     * Says something; answered by {@link ServerFrame.MessageAck} or an error.
     *
     * @param text what to say; may be absent when something is attached or forwarded
     * @param replyTo the seq of the message it answers
     * @param thread the seq of the message whose thread it is for
     * @param forward a message to copy
     * @param attachments files of the sender that come with it
     */
    record SendMessage(
            ChatId chatId,
            UUID clientMessageId,
            @Nullable String text,
            @Nullable Long replyTo,
            @Nullable Long thread,
            @Nullable MessagePlace forward,
            @Nullable List<AttachFile> attachments)
            implements ClientFrame {

        /** Keeps its own copy of the list. */
        public SendMessage {
            attachments = attachments == null ? null : List.copyOf(attachments);
        }
    }

    /** Changes a message that is there, named by its seq; answered by {@link ServerFrame.Done} or an error. */
    sealed interface ChangeMessage extends ClientFrame {

        /** The chat. */
        ChatId chatId();

        /** The seq of the message. */
        long message();
    }

    /**
     * Replaces the text.
     *
     * @param version the version that the client has
     */
    record EditMessage(ChatId chatId, long message, int version, String text)
            implements ChangeMessage {}

    /** Takes what was said away for good. */
    record DeleteMessage(ChatId chatId, long message) implements ChangeMessage {}

    /** Reacts with an emoji. */
    record AddReaction(ChatId chatId, long message, String emoji) implements ChangeMessage {}

    /** Takes one's reaction back. */
    record RemoveReaction(ChatId chatId, long message, String emoji) implements ChangeMessage {}

    /** Pins the message to the chat. */
    record PinMessage(ChatId chatId, long message) implements ChangeMessage {}

    /** Takes the pin away. */
    record UnpinMessage(ChatId chatId, long message) implements ChangeMessage {}

    /**
     * Keeps what the person has begun to write; answered by {@link ServerFrame.Done} or an error, and before the
     * former by {@link ServerFrame.Draft} when there was something that the client did not know.
     *
     * @param thread the seq of the message in whose thread; absent in the main conversation
     * @param text empty to delete the draft
     * @param replyTo the seq of the message it is to answer
     * @param baseVersion the version that the client knows, 0 for none
     */
    record SetDraft(
            ChatId chatId,
            @Nullable Long thread,
            String text,
            @Nullable Long replyTo,
            @Nullable Long baseVersion)
            implements ClientFrame {}

    /**
     * Says what the person wants to be shown as, all of it; answered by {@link ServerFrame.Done} or an error.
     *
     * @param status {@code online} or {@code away}, of this device; or {@code invisible}
     * @param text the custom status
     * @param emoji the emoji of it
     * @param until when invisibility and custom status end by themselves
     * @param automatic whether the client has noticed by itself that somebody is at this device, or not: then
     *     nothing else changes
     */
    record SetPresence(
            String status,
            @Nullable String text,
            @Nullable String emoji,
            @Nullable Instant until,
            @Nullable Boolean automatic)
            implements ClientFrame {}

    /**
     * The person is writing; answered only when that can not be told.
     *
     * @param thread the seq of the message in whose thread; absent in the main conversation
     */
    record Typing(ChatId chatId, @Nullable Long thread) implements ClientFrame {}

    /**
     * Says what the connection wants to be told in another language from here on, all of it; answered only when that
     * can not be.
     *
     * @param language the tag of the language; absent when nothing is wanted any more
     * @param everything whether in all chats but {@code chats}, or in these only
     * @param chats the exceptions
     */
    record Translations(@Nullable String language, boolean everything, List<ChatId> chats)
            implements ClientFrame {

        /** Keeps its own copy of the list. */
        public Translations {
            chats = List.copyOf(chats);
        }
    }

    /**
     * Asks for what was missed.
     *
     * @param chats the last seq the client has, per chat
     * @param compression {@code gzip} when the client takes long stretches as {@link BatchFrame}s, from here on;
     *     absent when it does not
     */
    record Resume(Map<ChatId, Long> chats, @Nullable String compression) implements ClientFrame {

        /** Keeps its own copy. */
        public Resume {
            chats = Map.copyOf(chats);
        }
    }

    /**
     * Has read up to {@code seq}; answered by {@link ServerFrame.Read} or an error.
     *
     * @param generation of the marker that the client knows; null for the present one
     */
    record Read(ChatId chatId, long seq, @Nullable Integer generation) implements ClientFrame {}

    /**
     * Has got everything up to these seqs; answered only when that can not be.
     *
     * @param chats the last seq the client has, per chat; chats that the person is not a member of are passed over
     */
    record Delivered(Map<ChatId, Long> chats) implements ClientFrame {

        /** Keeps its own copy. */
        public Delivered {
            chats = Map.copyOf(chats);
        }
    }

    /** Wants everything from {@code seq} on to be unread; answered like {@link Read}. */
    record MarkUnread(ChatId chatId, long seq) implements ClientFrame {}

    /** Has read up to {@code seq} in a thread; answered by {@link ServerFrame.ThreadRead} or an error. */
    record ReadThread(ChatId chatId, long thread, long seq) implements ClientFrame {}

    /** Renews the access token of the connection. */
    record RefreshToken(String token) implements ClientFrame {

        @Override
        public String toString() {
            return "RefreshToken[…]";
        }
    }

    /** Says that it is there. */
    record Ping() implements ClientFrame {}
}
