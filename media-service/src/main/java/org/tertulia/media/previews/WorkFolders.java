package org.tertulia.media.previews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders for files that are being looked into, within one of this process. That one has a locked file: the lock ends
 * with the process, however it ends, and so another knows what is left over from the dead.
 */
final class WorkFolders {

    private static final Logger log = LoggerFactory.getLogger(WorkFolders.class);
    private static final String PREFIX = "tertulia-previews-";
    private static final String NEW = "new-";
    private static final String LOCK = "lock";

    private final Path parent;
    private @Nullable Path own;
    private @Nullable FileChannel lock;

    WorkFolders(Path parent) {
        this.parent = parent;
    }

    /** Begins, and deletes what the dead left over. */
    synchronized void open() {
        try {
            Files.createDirectories(parent);
            leftOver().forEach(WorkFolders::deleteIfDead);
            var folder = Files.createTempDirectory(parent, NEW);
            lock =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE);
            lock.lock();
            // Only now can others take it for a left-over, and it is locked.
            own = Files.move(folder, parent.resolve(PREFIX + folder.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for files in " + parent, e);
        }
    }

    private List<Path> leftOver() throws IOException {
        try (var found = Files.newDirectoryStream(parent, PREFIX + "*")) {
            var folders = new ArrayList<Path>();
            found.forEach(folders::add);
            return folders;
        }
    }

    private static void deleteIfDead(Path folder) {
        try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            if (held != null) {
                delete(folder);
            }
        } catch (OverlappingFileLockException mine) {
            log.debug("{} is in use", folder);
        } catch (IOException e) {
            log.warn("{} was left over and could not be deleted: {}", folder, e.toString());
        }
    }

    /** A new one, empty. */
    synchronized Path create() throws IOException {
        if (own == null) {
            throw new IOException("not begun");
        }
        return Files.createTempDirectory(own, "file-");
    }

    /** Ends: nothing is left. */
    synchronized void close() {
        if (own != null) {
            delete(own);
            own = null;
        }
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                log.debug("The lock did not close: {}", e.toString());
            }
            lock = null;
        }
    }

    /** Deletes a folder with what is in it; what can not be is deleted by the next process. */
    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            log.warn("{} could not be deleted: {}", folder, e.toString());
        }
    }
}
