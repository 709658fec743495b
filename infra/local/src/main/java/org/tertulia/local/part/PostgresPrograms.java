package org.tertulia.local.part;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per version from the jar that carries them. */
final class PostgresPrograms {
    private static final boolean MAC =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** The programs, unpacked if they are not yet. */
    static PostgresPrograms in(Path cache) {
        try (var archive = open()) {
            var folder = cache.resolve("postgresql-" + Fingerprint.ofStart(archive));
            Folders.makeOnce(folder, PostgresPrograms::unpack);
            return new PostgresPrograms(folder);
        } catch (IOException e) {
            throw new PartFailure("Cannot unpack PostgreSQL", e);
        }
    }

    /**
     * A command of one of the programs. PostgreSQL refuses to run as root; where the launcher does,
     * the program runs in a user namespace of its own, in which it is nobody.
     */
    List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (!MAC && "root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U", "--"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static InputStream open() throws IOException {
        var system = MAC ? "Darwin" : "Linux";
        var archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        system, System.getProperty("os.arch"));
        if (archive == null) {
            throw new PartFailure("There are no PostgreSQL programs for this kind of machine");
        }
        return archive;
    }

    private static void unpack(Path folder) throws IOException {
        try (var archive = new TarArchiveInputStream(new XZCompressorInputStream(open()))) {
            for (var entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                unpack(archive, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
