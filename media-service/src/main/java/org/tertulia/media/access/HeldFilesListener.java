package org.tertulia.media.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.scheduled.ScheduledFilesHeld;
import org.tertulia.contracts.scheduled.ScheduledFilesReleased;
import org.tertulia.contracts.scheduled.ScheduledMessageDue;
import org.tertulia.contracts.scheduled.ScheduledMessageEvent;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/**
 * Keeps up with which files the messages need that wait to be posted. A repeat changes nothing: what comes again after a
 * release holds the files only until the release has come again too.
 */
@Configuration(proxyBeanMethods = false)
class HeldFilesListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "media-service.scheduled-messages";

    private final HeldFileRepository files;

    HeldFilesListener(HeldFileRepository files) {
        this.files = files;
    }

    @Bean
    EventSubscription scheduledMessageEvents() {
        return EventSubscription.ordered(
                GROUP,
                Topics.SCHEDULED_MESSAGE_EVENTS,
                ScheduledMessageEvent.class,
                event -> !(event instanceof ScheduledMessageDue),
                received -> on(received.event()));
    }

    private Mono<Void> on(ScheduledMessageEvent event) {
        return switch (event) {
            case ScheduledFilesHeld e ->
                    files.hold(e.scheduledMessageId(), e.authorId(), e.attachments());
            case ScheduledFilesReleased e -> files.release(e.scheduledMessageId());
            case ScheduledMessageDue _ -> Mono.empty();
        };
    }
}
