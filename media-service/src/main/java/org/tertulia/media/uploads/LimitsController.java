package org.tertulia.media.uploads;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.media.config.PreviewProperties;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** What may be uploaded, told before anybody begins. */
@RestController
final class LimitsController {

    /**
     * The limits.
     *
     * @param maxBytes of one file
     * @param maxPixels of one picture
     * @param maxDurationMs of one film or sound
     * @param quotaBytes of all files of the caller, unfinished uploads included
     * @param usedBytes of these
     * @param maxOpenUploads uploads of the caller that may be unfinished
     * @param openUploads those that are
     */
    record LimitsView(
            long maxBytes,
            long maxPixels,
            long maxDurationMs,
            long quotaBytes,
            long usedBytes,
            int maxOpenUploads,
            int openUploads) {}

    private final UploadSpace space;
    private final UploadProperties uploads;
    private final PreviewProperties previews;

    LimitsController(UploadSpace space, UploadProperties uploads, PreviewProperties previews) {
        this.space = space;
        this.uploads = uploads;
        this.previews = previews;
    }

    @GetMapping("/api/v1/media/limits")
    Mono<LimitsView> read(Actor actor) {
        return space.of(actor.userId())
                .map(
                        used ->
                                new LimitsView(
                                        uploads.maxSize().toBytes(),
                                        previews.maxPixels(),
                                        previews.maxDuration().toMillis(),
                                        uploads.quota().toBytes(),
                                        used.bytes(),
                                        uploads.maxOpen(),
                                        used.open()));
    }
}
