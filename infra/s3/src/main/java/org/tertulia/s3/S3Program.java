package org.tertulia.s3;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * The store's program, ready to be started: s3proxy's published jar lies in a file of its own.
 *
 * @param jar s3proxy with all it needs
 */
public record S3Program(Path jar) {
    private static final String JAR = "s3proxy.jar";
    private static final String LOGGING = "org/tertulia/s3/logback.xml";

    /**
     * The program in this folder, which is unpacked once per version. Several processes may do that
     * at the same time: the file appears whole or not at all.
     */
    public static S3Program in(Path folder) throws IOException {
        var jar = folder.resolve("s3proxy-%s.jar".formatted(version()));
        if (Files.notExists(jar)) {
            Files.createDirectories(folder);
            var draft = Files.createTempFile(folder, "s3proxy-", ".new");
            try (var packed = open(JAR)) {
                Files.copy(packed, draft, StandardCopyOption.REPLACE_EXISTING);
                Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        return new S3Program(jar);
    }

    /** What follows a JVM's own flags on its command line, given a file of {@link S3Settings}. */
    public List<String> arguments(Path settings) {
        return List.of(
                // Without, s3proxy tells of every request it handles.
                "-Dlogback.configurationFile=" + LOGGING,
                "-cp",
                jar + File.pathSeparator + ownCode(),
                S3Main.class.getName(),
                settings.toString());
    }

    private static Path ownCode() {
        try {
            return Path.of(
                    S3Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version() throws IOException {
        var about = new Properties();
        try (var in = open("s3proxy.properties")) {
            about.load(in);
        }
        return about.getProperty("version");
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(S3Program.class.getResourceAsStream(name), name);
    }
}
