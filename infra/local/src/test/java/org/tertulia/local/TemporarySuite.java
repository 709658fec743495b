package org.tertulia.local;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tertulia.local.home.Home;
import org.tertulia.local.part.FreePort;
import org.tertulia.local.part.Ports;
import org.tertulia.local.part.Suite;
import org.tertulia.local.supervision.Progress;

/** A suite of the parts that need no service, in a temporary folder and on free ports. */
public final class TemporarySuite {
    public static final String POSTGRES = "postgresql";
    public static final String KAFKA = "kafka";
    public static final String S3 = "s3";
    public static final String MAIL = "mail";

    /** Unpacked programs are the same for all tests. */
    private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();

    private final Home home;
    private final int postgres = FreePort.find();
    private final int kafka = FreePort.find();
    private final int controller = FreePort.find();
    private final int s3 = FreePort.find();
    private final int mail = FreePort.find();
    private final int smtp = FreePort.find();

    public TemporarySuite(Path folder) {
        this.home = new Home(folder, CACHE).create();
    }

    public Home home() {
        return home;
    }

    public int postgresPort() {
        return postgres;
    }

    public int kafkaPort() {
        return kafka;
    }

    public int s3Port() {
        return s3;
    }

    public int mailPort() {
        return mail;
    }

    public int smtpPort() {
        return smtp;
    }

    /** A suite of just these parts; each call makes a new one of the same state folder. */
    public Suite of(String... parts) {
        return new Suite(home, Path.of("."), new Ports(null, ports()), Map.of(), Set.of(parts));
    }

    /** The command line that starts a launcher for the same suite in a process of its own. */
    public List<String> launcherCommand(String command, String parts) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Tertulia.class.getName(),
                command,
                "--home=" + home.root(),
                "--cache=" + home.cache(),
                "--only=" + parts,
                "--no-training",
                "--port=postgresql=" + postgres,
                "--port=kafka=" + kafka,
                "--port=kafka-controller=" + controller,
                "--port=s3=" + s3,
                "--port=mail=" + mail,
                "--port=mail-smtp=" + smtp);
    }

    /** Progress that nobody sees. */
    public static Progress silent() {
        return new Progress(new PrintWriter(Writer.nullWriter()), false, List.of());
    }

    private Map<String, Integer> ports() {
        return Map.of(
                POSTGRES,
                postgres,
                KAFKA,
                kafka,
                "kafka-controller",
                controller,
                S3,
                s3,
                MAIL,
                mail,
                "mail-smtp",
                smtp);
    }
}
