package org.tertulia.local.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One instance of one of our services, in a JVM of its own. */
final class ServicePart implements Part {
    private final String name;
    private final ServiceSpec spec;
    private final int port;
    private final Path jar;
    private final Path cache;
    private final Map<String, String> environment;

    ServicePart(
            String name,
            ServiceSpec spec,
            int port,
            Path jar,
            Path cache,
            Map<String, String> environment) {
        this.name = name;
        this.spec = spec;
        this.port = port;
        this.jar = jar;
        this.cache = cache;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port(name, port));
    }

    @Override
    public Layer layer() {
        return spec.layer();
    }

    @Override
    public Set<String> needs() {
        return spec.needs();
    }

    @Override
    public Launch prepare() {
        var extracted = ExtractedJar.of(jar, cache);
        var command = spec.jvm().command(startUpCache(extracted));
        command.addAll(List.of("-jar", extracted.jar().toString()));
        return new Launch(command, environmentAt(port));
    }

    @Override
    public boolean answers(ProcessHandle process) {
        return Probe.isOk(port, "/readyz");
    }

    /**
     * The service comes up as far as having all its objects, beside the running one and with its
     * database; it serves nobody and does not register.
     */
    @Override
    public Optional<Rehearsal> rehearsal() {
        var extracted = ExtractedJar.of(jar, cache);
        var startUpCache = startUpCache(extracted);
        if (Files.exists(startUpCache)) {
            return Optional.empty();
        }
        var command = spec.jvm().rehearsal(startUpCache);
        command.add("-Dspring.context.exit=onRefresh");
        command.addAll(List.of("-jar", extracted.jar().toString()));
        var settings = environmentAt(FreePort.find());
        settings.put("EUREKA_CLIENT_REGISTERWITHEUREKA", "false");
        return Optional.of(new Rehearsal(name, new Launch(command, settings), startUpCache, null));
    }

    private Path startUpCache(ExtractedJar extracted) {
        return extracted.startUpCache(spec.jvm().flags());
    }

    private Map<String, String> environmentAt(int listenPort) {
        var settings = new HashMap<>(environment);
        settings.put("TERTULIA_PORT", "" + listenPort);
        return settings;
    }
}
