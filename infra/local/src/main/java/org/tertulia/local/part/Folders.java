package org.tertulia.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Folders that appear whole or not at all, whatever interrupts their making. */
public final class Folders {
    private static final String DRAFT = ".new";
    private static final Map<Path, Object> BEING_MADE = new ConcurrentHashMap<>();

    private Folders() {}

    /** Fills a new folder; it may fail with {@link PartFailure}. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** Marks a derived file or folder as used just now. */
    static void touch(Path path) {
        try {
            Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis()));
        } catch (IOException e) {
            throw new PartFailure("Cannot use " + path, e);
        }
    }

    /**
     * Makes the folder unless it is there. Of several threads that want the same one, one makes it;
     * of several processes that make the same one, the last to finish uses the first one's.
     */
    static void makeOnce(Path folder, Filling filling) {
        synchronized (BEING_MADE.computeIfAbsent(folder, it -> new Object())) {
            if (Files.exists(folder)) {
                touch(folder);
            } else {
                make(folder, filling);
            }
        }
    }

    private static void make(Path folder, Filling filling) {
        var draft = draftOf(folder);
        try {
            deleteAbandonedDrafts(folder);
            Files.createDirectories(draft);
            filling.fill(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.notExists(folder)) {
                throw new PartFailure("Cannot make " + folder, e);
            }
        }
    }

    /** Where this process makes a file or folder before it gets its name. */
    static Path draftOf(Path path) {
        return path.resolveSibling(
                "%s.%d%s".formatted(path.getFileName(), ProcessHandle.current().pid(), DRAFT));
    }

    private static void deleteAbandonedDrafts(Path folder) throws IOException {
        var pattern = folder.getFileName() + ".*" + DRAFT;
        Files.createDirectories(folder.getParent());
        try (var drafts = Files.newDirectoryStream(folder.getParent(), pattern)) {
            for (var draft : drafts) {
                if (ProcessHandle.of(makerOf(draft)).isEmpty() || draft.equals(draftOf(folder))) {
                    delete(draft);
                }
            }
        }
    }

    private static long makerOf(Path draft) {
        var parts = draft.getFileName().toString().split("\\.");
        return Long.parseLong(parts[parts.length - 2]);
    }

    /** Deletes a folder with all in it; nothing happens when it is not there. */
    public static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
