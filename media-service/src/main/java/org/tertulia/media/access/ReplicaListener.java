package org.tertulia.media.access;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.message.Attachment;
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
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.contracts.user.UserEvent;
import org.tertulia.media.access.PictureRepository.Place;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Keeps the replica up with the chat logs and the profiles. A repeat changes nothing. */
@Configuration(proxyBeanMethods = false)
class ReplicaListener {

    /** The consumer group of the chat logs; its offsets belong to it. */
    static final String GROUP = "media-service.access";

    /** The consumer group of the profiles; its offsets belong to it. */
    static final String PROFILES_GROUP = "media-service.profile-pictures";

    private final ReplicaRepository replica;
    private final PictureRepository pictures;

    ReplicaListener(ReplicaRepository replica, PictureRepository pictures) {
        this.replica = replica;
        this.pictures = pictures;
    }

    @Bean
    EventSubscription accessEvents() {
        return EventSubscription.ordered(
                GROUP,
                Topics.MESSAGE_EVENTS,
                LogEntry.class,
                ReplicaListener::concerns,
                received -> on(received.event()));
    }

    @Bean
    EventSubscription profileEvents() {
        return EventSubscription.ordered(
                PROFILES_GROUP,
                Topics.USER_EVENTS,
                UserEvent.class,
                received -> on(received.event()));
    }

    private Mono<Void> on(UserEvent event) {
        return switch (event) {
            case ProfileChanged e -> {
                var place = new Place(e.userId(), PictureRepository.ITSELF, e.version());
                var picture = e.pictureId();
                yield picture == null
                        ? pictures.remove(place)
                        : pictures.choose(place, picture, e.userId(), true);
            }
        };
    }

    /** Most of what is said has no files. */
    private static boolean concerns(LogEntry entry) {
        return !(entry instanceof MessagePosted posted) || !attachments(posted).isEmpty();
    }

    private static List<Attachment> attachments(MessagePosted posted) {
        var attachments = posted.attachments();
        return attachments == null || posted.deletedAt() != null ? List.of() : attachments;
    }

    private Mono<Void> on(LogEntry entry) {
        return switch (entry) {
            case ChatOpened e -> replica.setPresent(e.chatId(), e.members(), true, e.seq());
            case MemberJoined e ->
                    replica.setPresent(e.chatId(), List.of(e.userId()), true, e.seq());
            case MemberLeft e ->
                    replica.setPresent(e.chatId(), List.of(e.userId()), false, e.seq());
            case ChatClosed e -> close(e);
            case ChatRevised e -> picture(e);
            case EmojiDefined e -> emoji(e);
            case EmojiDropped e -> pictures.remove(new Place(e.chatId(), e.name(), e.seq()));
            case MessagePosted e -> attach(e);
            case MessageDeleted e -> replica.detach(e.chatId(), e.message(), e.at());
            case MessageEdited _,
                    ReactionAdded _,
                    ReactionRemoved _,
                    MessagePinned _,
                    MessageUnpinned _,
                    MemberRoleSet _ ->
                    Mono.empty();
        };
    }

    private Mono<Void> close(ChatClosed closed) {
        return replica.close(closed.chatId(), closed.seq())
                .then(replica.detachAll(closed.chatId(), closed.at()))
                .then(pictures.removeAll(closed.chatId(), closed.seq()));
    }

    private Mono<Void> emoji(EmojiDefined defined) {
        var place = new Place(defined.chatId(), defined.name(), defined.seq());
        return pictures.choose(place, defined.mediaId(), defined.by(), false);
    }

    private Mono<Void> picture(ChatRevised revised) {
        var place = new Place(revised.chatId(), PictureRepository.ITSELF, revised.seq());
        var picture = revised.pictureId();
        return picture == null
                ? pictures.remove(place)
                : pictures.choose(place, picture, revised.by(), revised.kind() == ChatKind.PUBLIC);
    }

    private Mono<Void> attach(MessagePosted posted) {
        var media = attachments(posted).stream().map(Attachment::mediaId).toList();
        return replica.attach(posted.chatId(), posted.seq(), media);
    }
}
