package org.tertulia.media.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.media.files.MediaNotFound;
import org.tertulia.media.files.MediaState;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Lets people at the files they may read. Every call asks the replica as it is now; nothing is remembered. */
@Component
public final class Access {

    private final ReachRepository replica;
    private final MediaFiles files;

    Access(ReachRepository replica, MediaFiles files) {
        this.replica = replica;
        this.files = files;
    }

    /**
     * The file, for somebody who may read it. Fails with {@link MediaNotFound} for a stranger, as when there is no such
     * file, and with {@link MediaWithdrawn} for who was removed from its chat.
     */
    public Mono<Media> require(UserId person, MediaId id) {
        return replica.reach(person, List.of(id))
                .flatMap(
                        reach ->
                                switch (reach.getOrDefault(id, Reach.STRANGER)) {
                                    case OWNER, READER -> files.find(id);
                                    case REMOVED -> Mono.error(new MediaWithdrawn(id));
                                    case STRANGER -> Mono.error(new MediaNotFound(id));
                                });
    }

    /**
     * As {@link #require}, for somebody who wants its bytes. Fails with {@link MediaRefused}; and with {@link
     * MediaProcessing} while something may still have to be taken out of the file, unless it is the person's own.
     */
    public Mono<Media> requireBytes(UserId person, MediaId id) {
        return require(person, id)
                .doOnNext(
                        media -> {
                            if (media.state() == MediaState.REFUSED) {
                                throw new MediaRefused(id);
                            }
                            if (media.state() == MediaState.PROCESSING
                                    && !media.ownerId().equals(person)) {
                                throw new MediaProcessing(id);
                            }
                        });
    }

    /** Those of {@code ids} that the person may read, in no particular order. */
    public Mono<List<Media>> readable(UserId person, Collection<MediaId> ids) {
        return replica.reach(person, ids)
                .map(
                        reach ->
                                reach.entrySet().stream()
                                        .filter(found -> isOpen(found.getValue()))
                                        .map(Map.Entry::getKey)
                                        .toList())
                .flatMap(files::findAll);
    }

    private static boolean isOpen(Reach reach) {
        return reach == Reach.OWNER || reach == Reach.READER;
    }
}
