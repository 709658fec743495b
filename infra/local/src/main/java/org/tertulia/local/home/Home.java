package org.tertulia.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The state folder of one suite ({@code .tertulia} unless told otherwise). {@code data} is what must
 * not be lost, {@code secrets} what must not be read by others, {@code run} what is true only while
 * the suite runs, {@code logs} is bounded, and {@code cache} can be deleted at any time. The cache
 * may lie elsewhere, so that a suite with a new state folder does not build it again.
 *
 * @param root the folder itself, absolute
 * @param cache where derived files lie, absolute
 */
public record Home(Path root, Path cache) {

    public Home {
        root = root.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
    }

    /** A state folder with its cache inside. */
    public static Home at(Path root) {
        return new Home(root, root.resolve("cache"));
    }

    /** Creates the folders that are missing; those for secrets, data and control are private. */
    public Home create() {
        createFolder(root);
        createFolder(cache);
        createFolder(root.resolve("logs"));
        for (var name : new String[] {"data", "run", "secrets"}) {
            makePrivate(createFolder(root.resolve(name)), "rwx------");
        }
        return this;
    }

    /** The state folder of the suite in which parts rehearse; derived files are shared with it. */
    public Home rehearsal() {
        return new Home(run("rehearsal"), cache);
    }

    /** The folder a part keeps its data in; made by the part. */
    public Path data(String part) {
        return root.resolve("data").resolve(part);
    }

    /** The file a part's output goes to. */
    public Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    /** A file that is true only while the suite runs. */
    public Path run(String file) {
        return root.resolve("run").resolve(file);
    }

    Path secret(String name) {
        return root.resolve("secrets").resolve(name);
    }

    static Path createFolder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder, e);
        }
    }

    static void makePrivate(Path path, String permissions) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + path + " private", e);
        }
    }
}
