package org.tertulia.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;

/** Folders that appear whole or not at all, whatever interrupts their making. */
public final class Folders {
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

    /** Makes the folder unless it is there; of several that want the same one, one makes it. */
    static synchronized void makeOnce(Path folder, Filling filling) {
        if (Files.exists(folder)) {
            touch(folder);
            return;
        }
        var draft = folder.resolveSibling(folder.getFileName() + ".new");
        try {
            delete(draft);
            Files.createDirectories(draft);
            filling.fill(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailure("Cannot make " + folder, e);
        }
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
