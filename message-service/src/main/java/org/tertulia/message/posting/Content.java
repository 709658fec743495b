package org.tertulia.message.posting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.attachments.Attachment;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.attachments.AttachFile;

/**
 * What a message says: all that its sender chose.
 *
 * @param text what is said, cleaned
 * @param replyTo the seq of the message it answers
 * @param thread the seq of the message whose thread it is for; null for the main conversation
 * @param mentions whom the sender's own words call
 * @param forwarded the message whose text was copied; null for one that is the sender's own
 * @param files the sender's files that come with it
 * @param copied the attachments of the message whose text was copied
 */
record Content(
        String text,
        @Nullable Long replyTo,
        @Nullable Long thread,
        Mentions mentions,
        MessageView.@Nullable Forwarded forwarded,
        List<AttachFile> files,
        List<Attachment> copied) {

    /** Keeps its own copies of the lists. */
    Content {
        files = List.copyOf(files);
        copied = List.copyOf(copied);
    }

    /** What is said without any files. */
    Content(
            String text,
            @Nullable Long replyTo,
            @Nullable Long thread,
            Mentions mentions,
            MessageView.@Nullable Forwarded forwarded) {
        this(text, replyTo, thread, mentions, forwarded, List.of(), List.of());
    }

    boolean hasNoAttachments() {
        return files.isEmpty() && copied.isEmpty();
    }

    /** A text in the main conversation that answers nothing. */
    static Content of(String text) {
        return new Content(text, null, null, Mentions.in(text), null);
    }
}
