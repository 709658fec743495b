package org.tertulia.local.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.tertulia.local.home.Home;
import org.tertulia.local.part.Folders;

/**
 * Deletes derived files of former builds. Whatever a start uses it marks as used, so a file that has
 * not been used for some hours belongs to a build that is gone.
 */
public final class CacheSweep {
    private static final Duration KEPT = Duration.ofHours(3);

    private CacheSweep() {}

    /** Sweeps the cache of a state folder; one that several folders share is left alone. */
    public static void of(Home home) {
        if (!home.cache().startsWith(home.root())) {
            return;
        }
        var oldest = FileTime.fromMillis(System.currentTimeMillis() - KEPT.toMillis());
        try (var entries = Files.list(home.cache())) {
            for (var entry : entries.toList()) {
                if (Files.getLastModifiedTime(entry).compareTo(oldest) < 0) {
                    delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot sweep " + home.cache(), e);
        }
    }

    private static void delete(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            Folders.delete(entry);
        } else {
            Files.deleteIfExists(entry);
        }
    }
}
