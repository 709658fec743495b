package org.tertulia.local.part;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run that only serves to record what a part loads while it starts; the JVM writes the cache when
 * the run ends, which it does by itself.
 *
 * @param part the part it is for
 * @param launch the command; the cache goes to {@link #draft()}
 * @param cache where the finished cache belongs
 * @param scratch a folder to be deleted afterwards; null when it needs none
 */
public record Rehearsal(String part, Launch launch, Path cache, @Nullable Path scratch) {
    /** Where the command writes: an unfinished cache must never stand under the final name. */
    public Path draft() {
        return Folders.draftOf(cache);
    }
}
