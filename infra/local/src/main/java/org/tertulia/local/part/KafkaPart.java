package org.tertulia.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tertulia.local.home.Home;

/**
 * One Kafka node that is broker and controller at once, sized for one machine. Topics are made by
 * the services that own them, never by a stray write.
 */
final class KafkaPart implements Part {
    static final String NAME = "kafka";
    static final String CONTROLLER = "kafka-controller";

    private static final Jvm JVM = new Jvm(128, 32, false);

    private final Home home;
    private final int port;
    private final int foundAt;
    private final int controllerPort;

    /**
     * @param foundAt the port that it tells its clients to use
     */
    KafkaPart(Home home, int port, int foundAt, int controllerPort) {
        this.home = home;
        this.port = port;
        this.foundAt = foundAt;
        this.controllerPort = controllerPort;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port(NAME, port), new Port(CONTROLLER, controllerPort));
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
        var settings = home.run("kafka.properties");
        write(settings, KafkaSettings.text(home.data(NAME), port, foundAt, controllerPort));
        var command = JVM.command(startUpCache());
        command.addAll(program(settings));
        return new Launch(command, Map.of());
    }

    /** Kafka opens its port last, when it takes requests. */
    @Override
    public boolean answers(ProcessHandle process) {
        return Probe.accepts(port);
    }

    @Override
    public boolean lacksStartUpCache() {
        return Files.notExists(startUpCache());
    }

    @Override
    public Optional<Rehearsal> rehearsal() {
        var scratch = home.run("kafka-rehearsal");
        var settings = scratch.resolve("server.properties");
        try {
            Folders.delete(scratch);
            Files.createDirectories(scratch);
        } catch (IOException e) {
            throw new PartFailure("Cannot clear " + scratch, e);
        }
        var any = FreePort.find();
        write(settings, KafkaSettings.text(scratch.resolve("data"), any, any, FreePort.find()));
        var command = JVM.rehearsal(startUpCache());
        command.addAll(program(settings));
        command.add("--rehearse");
        var launch = new Launch(command, Map.of());
        return Optional.of(new Rehearsal(NAME, launch, startUpCache(), null, scratch));
    }

    private static List<String> program(Path settings) {
        return List.of(
                "-cp",
                System.getProperty("java.class.path"),
                KafkaNode.class.getName(),
                settings.toString());
    }

    private Path startUpCache() {
        var key = System.getProperty("java.class.path") + JVM.flags() + Runtime.version();
        return home.cache().resolve("%s-%s.aot".formatted(NAME, Fingerprint.ofText(key)));
    }

    private static void write(Path file, String settings) {
        try {
            Files.writeString(file, settings);
        } catch (IOException e) {
            throw new PartFailure("Cannot write " + file, e);
        }
    }
}
