package org.tertulia.contracts.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/** What happened to a file, in order per file: uploaded, then processed, then deleted; the last may come at any time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaUploaded.class, name = "media.uploaded"),
    @JsonSubTypes.Type(value = MediaProcessed.class, name = "media.processed"),
    @JsonSubTypes.Type(value = MediaDeleted.class, name = "media.deleted")
})
public sealed interface MediaEvent extends TertuliaEvent
        permits MediaUploaded, MediaProcessed, MediaDeleted {

    /** The file. */
    UUID mediaId();

    /** Who uploaded it. */
    UUID ownerId();
}
