package org.tertulia.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.Secrets;
import org.tertulia.s3.S3Program;
import org.tertulia.s3.S3Settings;

/**
 * The store of objects: s3proxy over a folder, reachable on the loopback address only and with the
 * keys only. An object that was acknowledged outlives the process, however that ends.
 */
final class S3Part implements Part {
    static final String NAME = "s3";

    /** The bucket that is there from the beginning. */
    static final String BUCKET = "tertulia-media";

    private static final Jvm JVM = new Jvm(96, 24, false);

    private final Home home;
    private final int port;
    private final Secrets secrets;

    S3Part(Home home, int port, Secrets secrets) {
        this.home = home;
        this.port = port;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port(NAME, port));
    }

    @Override
    public Layer layer() {
        return Layer.BACKBONE;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Launch prepare() {
        var file = home.run("s3.properties");
        var settings =
                new S3Settings(
                        port, home.data(NAME), secrets.storeAccessKey(), secrets.storeSecretKey());
        try {
            var program = S3Program.in(home.cache());
            Folders.touch(program.jar());
            Files.createDirectories(settings.bucket(BUCKET));
            settings.write(file);
            var command = JVM.command();
            command.addAll(program.arguments(file));
            return new Launch(command, Map.of());
        } catch (IOException e) {
            throw new PartFailure("Cannot prepare the store", e);
        }
    }

    /** A request that needs no keys; the store answers it once it has opened its folder. */
    @Override
    public boolean answers(ProcessHandle process) {
        return Probe.isOk(port, "/healthz");
    }
}
