package org.tertulia.media.descriptions;

import org.springframework.stereotype.Component;
import org.tertulia.media.access.Access;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Deletes files that are not used. What was sent goes with its message, a picture when it is one no more. */
@Component
final class MediaDeletion {

    private final Access access;
    private final MediaFiles files;

    MediaDeletion(Access access, MediaFiles files) {
        this.access = access;
        this.files = files;
    }

    /**
     * Deletes a file for its owner. Fails with {@link NotTheOwner} for others who may read it, {@link MediaAttached}
     * while it is used, and as Access.require.
     */
    Mono<Void> delete(UserId person, MediaId id) {
        return access.require(person, id)
                .doOnNext(media -> requireOwner(media, person))
                .flatMap(_ -> files.deleteUnused(id))
                .flatMap(deleted -> deleted ? Mono.empty() : kept(id));
    }

    private static void requireOwner(Media media, UserId person) {
        if (!media.ownerId().equals(person)) {
            throw new NotTheOwner(media.id());
        }
    }

    /** It is used, or somebody else has just deleted it. */
    private Mono<Void> kept(MediaId id) {
        return files.find(id).flatMap(_ -> Mono.error(new MediaAttached(id)));
    }
}
