package org.tertulia.message.membership;

import org.springframework.stereotype.Component;
import org.tertulia.contracts.chat.ChatChanged;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatDeleted;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.contracts.chat.EmojiAdded;
import org.tertulia.contracts.chat.EmojiRemoved;
import org.tertulia.contracts.chat.InitialMember;
import org.tertulia.contracts.chat.MemberAdded;
import org.tertulia.contracts.chat.MemberRemoved;
import org.tertulia.contracts.chat.MemberRoleChanged;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.ChatRevised;
import org.tertulia.contracts.message.EmojiDefined;
import org.tertulia.contracts.message.EmojiDropped;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MemberRoleSet;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.observability.TraceParents;

/** What an event of the chat service reads like in the chat's log. */
@Component
final class LogEntries {

    /** The real seq is given under the chat's row lock. */
    private static final long NO_SEQ = 0;

    private final EventCodec codec;
    private final TraceParents traces;

    LogEntries(EventCodec codec, TraceParents traces) {
        this.codec = codec;
        this.traces = traces;
    }

    LogEntryText of(ChatEvent event) {
        var entry = entry(event);
        return new LogEntryText(
                codec.type(entry), codec.json(entry), entry.occurredAt(), traces.current());
    }

    private static LogEntry entry(ChatEvent event) {
        return switch (event) {
            case ChatCreated e -> opened(e);
            case ChatChanged e -> revised(e);
            case MemberAdded e ->
                    new MemberJoined(e.chatId(), NO_SEQ, e.userId(), e.role(), e.by(), e.at());
            case MemberRemoved e -> new MemberLeft(e.chatId(), NO_SEQ, e.userId(), e.by(), e.at());
            case MemberRoleChanged e ->
                    new MemberRoleSet(e.chatId(), NO_SEQ, e.userId(), e.role(), e.by(), e.at());
            case EmojiAdded e ->
                    new EmojiDefined(e.chatId(), NO_SEQ, e.name(), e.mediaId(), e.by(), e.at());
            case EmojiRemoved e -> new EmojiDropped(e.chatId(), NO_SEQ, e.name(), e.by(), e.at());
            case ChatDeleted e -> new ChatClosed(e.chatId(), NO_SEQ, e.by(), e.at());
        };
    }

    private static ChatOpened opened(ChatCreated e) {
        return new ChatOpened(
                e.chatId(),
                NO_SEQ,
                e.kind(),
                e.title(),
                e.createdBy(),
                e.members().stream().map(InitialMember::userId).toList(),
                e.receipts(),
                e.at());
    }

    private static ChatRevised revised(ChatChanged e) {
        return new ChatRevised(
                e.chatId(),
                NO_SEQ,
                e.title(),
                e.description(),
                e.pictureId(),
                e.kind(),
                e.receipts(),
                e.by(),
                e.at());
    }
}
