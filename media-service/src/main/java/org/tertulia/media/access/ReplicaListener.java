package org.tertulia.media.access;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.Attachment;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.ChatRevised;
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
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Keeps the replica up with the chat logs. A repeat changes nothing. */
@Configuration(proxyBeanMethods = false)
class ReplicaListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "media-service.access";

    private final ReplicaRepository replica;

    ReplicaListener(ReplicaRepository replica) {
        this.replica = replica;
    }

    @Bean
    EventSubscription accessEvents() {
        return EventSubscription.ordered(
                GROUP, Topics.MESSAGE_EVENTS, LogEntry.class, received -> on(received.event()));
    }

    private Mono<Void> on(LogEntry entry) {
        return switch (entry) {
            case ChatOpened e -> replica.setPresent(e.chatId(), e.members(), true, e.seq());
            case MemberJoined e ->
                    replica.setPresent(e.chatId(), List.of(e.userId()), true, e.seq());
            case MemberLeft e ->
                    replica.setPresent(e.chatId(), List.of(e.userId()), false, e.seq());
            case ChatClosed e ->
                    replica.close(e.chatId(), e.seq()).then(replica.detachAll(e.chatId(), e.at()));
            case MessagePosted e -> attach(e);
            case MessageDeleted e -> replica.detach(e.chatId(), e.message(), e.at());
            case MessageEdited _,
                    ReactionAdded _,
                    ReactionRemoved _,
                    MessagePinned _,
                    MessageUnpinned _,
                    ChatRevised _,
                    MemberRoleSet _ ->
                    Mono.empty();
        };
    }

    private Mono<Void> attach(MessagePosted posted) {
        var attachments = posted.attachments();
        if (attachments == null || attachments.isEmpty() || posted.deletedAt() != null) {
            return Mono.empty();
        }
        var media = attachments.stream().map(Attachment::mediaId).toList();
        return replica.attach(posted.chatId(), posted.seq(), media);
    }
}
