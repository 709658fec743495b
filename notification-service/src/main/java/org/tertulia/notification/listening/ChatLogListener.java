package org.tertulia.notification.listening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.ChatRevised;
import org.tertulia.contracts.message.EmojiDefined;
import org.tertulia.contracts.message.EmojiDropped;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MemberRoleSet;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.contracts.message.MessagePinned;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.contracts.message.MessageUnpinned;
import org.tertulia.contracts.message.ReactionAdded;
import org.tertulia.contracts.message.ReactionRemoved;
import org.tertulia.notification.replica.KnownChat;
import org.tertulia.notification.replica.Replica;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/**
 * Tells people of what happens in their chats, and keeps the replica up with the logs. An entry that was dealt with is passed
 * over when it comes again; one that was dealt with in part is done anew, and changes what was not done. A message that was
 * heard, and is not told yet, is noted as such.
 */
@Configuration(proxyBeanMethods = false)
class ChatLogListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "notification-service.chat-logs";

    private final Replica replica;
    private final Conversation conversation;
    private final Membership membership;

    ChatLogListener(Replica replica, Conversation conversation, Membership membership) {
        this.replica = replica;
        this.conversation = conversation;
        this.membership = membership;
    }

    @Bean
    EventSubscription chatLogEvents() {
        return EventSubscription.sifted(
                GROUP,
                Topics.MESSAGE_EVENTS,
                LogEntry.class,
                ChatLogListener::concerns,
                new MessageSieve(conversation),
                received -> on(received.event()));
    }

    private static boolean concerns(LogEntry entry) {
        return switch (entry) {
            case MessagePosted _,
                    MessageEdited _,
                    MessageDeleted _,
                    ReactionAdded _,
                    ReactionRemoved _,
                    ChatOpened _,
                    MemberJoined _,
                    MemberLeft _,
                    ChatRevised _,
                    ChatClosed _ ->
                    true;
            case MessagePinned _,
                    MessageUnpinned _,
                    MemberRoleSet _,
                    EmojiDefined _,
                    EmojiDropped _ ->
                    false;
        };
    }

    private Mono<Void> on(LogEntry entry) {
        return entry instanceof MessagePosted posted && MessageSieve.isHeard(posted)
                ? conversation.posted(posted)
                : other(entry);
    }

    private Mono<Void> other(LogEntry entry) {
        var chat = new ChatId(entry.chatId());
        return replica.chat(chat)
                .filter(known -> known.handledSeq() < entry.seq())
                .flatMap(
                        known ->
                                told(entry, known)
                                        .then(
                                                Mono.defer(
                                                        () -> replica.handled(chat, entry.seq()))));
    }

    private Mono<Void> told(LogEntry entry, KnownChat known) {
        return switch (entry) {
            case MessageEdited e -> conversation.edited(e);
            case MessageDeleted e -> conversation.deleted(e);
            case ReactionAdded e -> conversation.reacted(e, known);
            case ReactionRemoved e -> conversation.unreacted(e);
            case ChatOpened e -> membership.opened(e);
            case MemberJoined e -> membership.joined(e, known);
            case MemberLeft e -> membership.left(e);
            case ChatRevised e -> replica.retitle(new ChatId(e.chatId()), e.title());
            case ChatClosed e -> membership.closed(e);
            // A message that was deleted before it came here is none.
            case MessagePosted _,
                    MessagePinned _,
                    MessageUnpinned _,
                    MemberRoleSet _,
                    EmojiDefined _,
                    EmojiDropped _ ->
                    Mono.empty();
        };
    }
}
