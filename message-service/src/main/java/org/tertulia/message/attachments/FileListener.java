package org.tertulia.message.attachments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.media.MediaDeleted;
import org.tertulia.contracts.media.MediaEvent;
import org.tertulia.contracts.media.MediaProcessed;
import org.tertulia.contracts.media.MediaUploaded;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Listens to the media service. */
@Configuration(proxyBeanMethods = false)
class FileListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "message-service.attachments";

    @Bean
    EventSubscription mediaEvents(FileRepository files) {
        return EventSubscription.ordered(
                GROUP,
                Topics.MEDIA_EVENTS,
                MediaEvent.class,
                received -> apply(files, received.event()));
    }

    /**
     * Each changes nothing the second time. What comes again after a file was deleted brings it back only until the
     * deletion has come again too: a file's events are told in their order, from some place on.
     */
    private static Mono<Void> apply(FileRepository files, MediaEvent event) {
        return switch (event) {
            case MediaUploaded e -> files.insert(file(e));
            case MediaProcessed e -> files.update(e.mediaId(), details(e));
            case MediaDeleted e -> files.delete(e.mediaId());
        };
    }

    private static UploadedFile file(MediaUploaded event) {
        return new UploadedFile(
                event.mediaId(),
                event.ownerId(),
                event.name(),
                new FileDetails(
                        event.kind(),
                        FileDetails.PROCESSING,
                        event.contentType(),
                        event.bytes(),
                        event.width(),
                        event.height(),
                        event.durationMs(),
                        event.placeholder()));
    }

    private static FileDetails details(MediaProcessed event) {
        return new FileDetails(
                event.kind(),
                event.state(),
                event.contentType(),
                event.bytes(),
                event.width(),
                event.height(),
                event.durationMs(),
                event.placeholder());
    }
}
