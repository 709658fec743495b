package org.tertulia.media.files;

import java.time.Instant;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.media.MediaDeleted;
import org.tertulia.contracts.media.MediaPreview;
import org.tertulia.contracts.media.MediaProcessed;
import org.tertulia.contracts.media.MediaUploaded;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/** What others are told of a file. */
final class MediaEvents {

    static final String TOPIC = Topics.MEDIA_EVENTS;

    private MediaEvents() {}

    static MediaUploaded uploaded(Media media) {
        var seen = media.appearance();
        return new MediaUploaded(
                media.id().value(),
                media.ownerId().value(),
                media.kind().text(),
                media.name(),
                media.contentType(),
                media.original().bytes(),
                seen.width(),
                seen.height(),
                seen.durationMs(),
                seen.placeholder(),
                media.createdAt());
    }

    static MediaProcessed processed(Media media, Instant now) {
        var seen = media.appearance();
        return new MediaProcessed(
                media.id().value(),
                media.ownerId().value(),
                media.kind().text(),
                media.state().text(),
                media.contentType(),
                media.original().bytes(),
                seen.width(),
                seen.height(),
                seen.durationMs(),
                seen.placeholder(),
                media.previews().stream().map(MediaEvents::preview).toList(),
                seen.waveform(),
                now);
    }

    private static MediaPreview preview(Preview preview) {
        return new MediaPreview(
                preview.variant().text(),
                preview.width(),
                preview.height(),
                preview.contentType(),
                preview.bytes());
    }

    static MediaDeleted deleted(MediaId id, UserId ownerId, Instant now) {
        return new MediaDeleted(id.value(), ownerId.value(), now);
    }
}
