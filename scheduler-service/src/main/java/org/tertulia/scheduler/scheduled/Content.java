package org.tertulia.scheduler.scheduled;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.attachments.AttachFile;

/**
 * What a scheduled message says.
 *
 * @param text its text, cleaned; empty when files say it
 * @param thread the seq of the message in whose thread; null for the main conversation
 * @param replyTo the seq of the message it answers; null for none
 * @param attachments the author's files that come with it, in their order
 */
record Content(
        String text, @Nullable Long thread, @Nullable Long replyTo, List<AttachFile> attachments) {

    /** Keeps its own copy of the list. */
    Content {
        attachments = List.copyOf(attachments);
    }

    /** Which files come with it, in their order. */
    List<UUID> fileIds() {
        return attachments.stream().map(AttachFile::mediaId).toList();
    }

    /** The same, with another text. */
    Content saying(String other) {
        return new Content(other, thread, replyTo, attachments);
    }
}
