package org.tertulia.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Session;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** How a catcher is started in a JVM of its own. */
public final class MailProgram {
    private MailProgram() {}

    /** What follows a JVM's own flags on its command line. */
    public static List<String> arguments(int smtpPort, int pagePort) {
        var classPath =
                Stream.of(
                                MailMain.class,
                                Session.class,
                                MailStreamProvider.class,
                                DataHandler.class)
                        .map(MailProgram::place)
                        .distinct()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", classPath, MailMain.class.getName(), "" + smtpPort, "" + pagePort);
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
