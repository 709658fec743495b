package org.tertulia.local.part;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run that only serves to record what a part loads until it serves; the JVM writes the cache when
 * the run ends.
 *
 * @param part the part it is for
 * @param launch the command; the cache goes to {@link #draft()}
 * @param cache where the finished cache belongs
 * @param port where it serves, to be asked something and told to end then; null when it ends by itself
 * @param scratch a folder to be deleted afterwards; null when it needs none
 */
public record Rehearsal(
        String part, Launch launch, Path cache, @Nullable Integer port, @Nullable Path scratch) {
    /** Where the command writes: an unfinished cache must never stand under the final name. */
    public Path draft() {
        return Folders.draftOf(cache);
    }
}
