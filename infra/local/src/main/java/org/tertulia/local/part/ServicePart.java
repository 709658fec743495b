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

    @Override
    public boolean lacksStartUpCache() {
        return Files.notExists(startUpCache(ExtractedJar.of(jar, cache)));
    }

    /**
     * The service comes up in full, consumers, connections and web server included: measured, that
     * halves once more the time that a cache of its objects alone leaves. It does not register.
     */
    @Override
    public Optional<Rehearsal> rehearsal() {
        var extracted = ExtractedJar.of(jar, cache);
        var startUpCache = startUpCache(extracted);
        var command = spec.jvm().rehearsal(startUpCache);
        command.addAll(List.of("-jar", extracted.jar().toString()));
        var rehearsalPort = FreePort.find();
        var settings = environmentAt(rehearsalPort);
        settings.put("EUREKA_CLIENT_REGISTERWITHEUREKA", "false");
        return Optional.of(
                new Rehearsal(
                        name, new Launch(command, settings), startUpCache, rehearsalPort, null));
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
