package org.tertulia.scheduler.scheduled;

import java.time.Instant;
import java.util.Optional;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.scheduled.ScheduledFile;
import org.tertulia.contracts.scheduled.ScheduledFilesHeld;
import org.tertulia.contracts.scheduled.ScheduledFilesReleased;
import org.tertulia.contracts.scheduled.ScheduledMessageDue;

/** What others are told of scheduled messages: the message service what to post, the media service what is needed. */
final class ScheduledMessageEvents {

    static final String TOPIC = Topics.SCHEDULED_MESSAGE_EVENTS;

    private ScheduledMessageEvents() {}

    /** The files of one that was made are to be kept; nothing when it has none. */
    static Optional<ScheduledFilesHeld> held(ScheduledMessage message) {
        return withFiles(message)
                .map(
                        it ->
                                new ScheduledFilesHeld(
                                        it.id().value(),
                                        it.author().value(),
                                        it.chat().value(),
                                        it.content().fileIds(),
                                        it.createdAt()));
    }

    /** The files of one that was posted, or never will be, are not needed any more; nothing when it has none. */
    static Optional<ScheduledFilesReleased> released(ScheduledMessage message, Instant now) {
        return withFiles(message)
                .map(
                        it ->
                                new ScheduledFilesReleased(
                                        it.id().value(),
                                        it.author().value(),
                                        it.chat().value(),
                                        now));
    }

    private static Optional<ScheduledMessage> withFiles(ScheduledMessage message) {
        return Optional.of(message).filter(it -> !it.content().attachments().isEmpty());
    }

    static ScheduledMessageDue due(ScheduledMessage message, Instant now) {
        var content = message.content();
        return new ScheduledMessageDue(
                message.id().value(),
                message.author().value(),
                message.chat().value(),
                content.text(),
                content.replyTo(),
                content.thread(),
                content.attachments().stream()
                        .map(file -> new ScheduledFile(file.mediaId(), file.alt()))
                        .toList(),
                message.dueAt(),
                now);
    }
}
