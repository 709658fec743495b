package org.tertulia.message.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.Forwarded;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.Mentioned;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.message.attachments.Attachment;
import org.tertulia.message.frames.EntryFrame;
import org.tertulia.message.posting.Message;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.message.timeline.StoredEntry;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.RawEvent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes live entries of what came from the topic or the log. The text stays as it is; it is read in full
 * only when it says who may listen from here on.
 */
@Component
final class LiveEntries {

    private static final String SEQ = "seq";
    private static final String TYPE = "type";
    private static final List<String> ABOUT_MEMBERS =
            List.of("chat.opened", "member.joined", "member.left", "chat.closed");

    /** What these are read as, those that bring a text when somebody wants it translated, and those that take one away. */
    private static final List<Class<?>> READ_IN_FULL =
            List.of(
                    LogEntry.class,
                    ChatOpened.class,
                    MemberJoined.class,
                    MemberLeft.class,
                    ChatClosed.class,
                    MessagePosted.class,
                    MessageEdited.class,
                    MessageDeleted.class);

    private final JsonMapper json;
    private final EventCodec codec;

    LiveEntries(JsonMapper json, EventCodec codec) {
        this.json = json;
        this.codec = codec;
        // Otherwise their first use makes the readers, and event loops that read the same entry
        // at once wait for each other.
        READ_IN_FULL.forEach(json::readerFor);
    }

    /** The entry that {@code event} is. */
    LiveEntry of(RawEvent event) {
        return of(ChatId.valueOf(event.key()), event.value());
    }

    /** The entry that is stored in the log of {@code chatId}. */
    LiveEntry of(ChatId chatId, StoredEntry stored) {
        return of(chatId, stored.json().getBytes(StandardCharsets.UTF_8));
    }

    /** The entry that {@code message} is, from the moment that it was committed. */
    LiveEntry of(Message message) {
        var frame = EntryFrame.of(codec.encode(entry(message)));
        return new LiveEntry(message.chatId(), message.seq(), frame, List.of(), null, false);
    }

    private static MessagePosted entry(Message message) {
        var mentions = message.mentions();
        var forwarded = message.forwarded();
        var attachments = message.attachments();
        return new MessagePosted(
                message.chatId().value(),
                message.seq(),
                message.id().value(),
                message.senderId().value(),
                message.clientMessageId(),
                message.text(),
                message.replyTo(),
                message.thread(),
                mentions == null ? null : new Mentioned(mentions.people(), mentions.everyone()),
                forwarded == null ? null : entry(forwarded),
                attachments == null ? null : attachments.stream().map(LiveEntries::entry).toList(),
                message.postedAt(),
                null);
    }

    private static Forwarded entry(MessageView.Forwarded forwarded) {
        return new Forwarded(
                forwarded.chatId().value(),
                forwarded.seq(),
                forwarded.senderId().value(),
                forwarded.postedAt());
    }

    private static org.tertulia.contracts.message.Attachment entry(Attachment attachment) {
        return new org.tertulia.contracts.message.Attachment(
                attachment.mediaId(),
                attachment.kind(),
                attachment.name(),
                attachment.contentType(),
                attachment.bytes(),
                attachment.width(),
                attachment.height(),
                attachment.durationMs(),
                attachment.placeholder(),
                attachment.alt());
    }

    private LiveEntry of(ChatId chatId, byte[] entry) {
        var head = head(entry);
        var frame = EntryFrame.of(entry);
        return ABOUT_MEMBERS.contains(head.type())
                ? aboutMembers(chatId, frame, codec.decode(entry, LogEntry.class))
                : new LiveEntry(chatId, head.seq(), frame, List.of(), null, false);
    }

    private static LiveEntry aboutMembers(ChatId chatId, byte[] frame, LogEntry entry) {
        var joined =
                switch (entry) {
                    case ChatOpened e -> e.members().stream().map(UserId::new).toList();
                    case MemberJoined e -> List.of(new UserId(e.userId()));
                    default -> List.<UserId>of();
                };
        var left = entry instanceof MemberLeft e ? new UserId(e.userId()) : null;
        return new LiveEntry(chatId, entry.seq(), frame, joined, left, entry instanceof ChatClosed);
    }

    private record Head(long seq, String type) {}

    private Head head(byte[] entry) {
        long seq = -1;
        @Nullable String type = null;
        try (JsonParser parser = json.createParser(entry)) {
            parser.nextToken();
            while ((seq < 0 || type == null) && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                if (SEQ.equals(name)) {
                    seq = parser.getLongValue();
                } else if (TYPE.equals(name)) {
                    type = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (seq < 0 || type == null) {
            throw new IllegalArgumentException("a log entry without seq or type");
        }
        return new Head(seq, type);
    }
}
