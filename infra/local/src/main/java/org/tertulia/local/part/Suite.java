package org.tertulia.local.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.Secrets;

/** The parts that are to run together, and the address at which people find them. */
public final class Suite {
    private static final String GATEWAY = "gateway";

    private final Home home;
    private final Ports ports;
    private final List<Part> parts;

    /**
     * Puts the parts together; nothing is prepared or started yet.
     *
     * @param home where the suite keeps its state
     * @param modules the folder with the built modules
     * @param ports who listens where
     * @param instances how many of a service, by name; one when not named
     * @param only the parts wanted; all when empty
     * @throws PartFailure when a name is not that of a part
     */
    public Suite(
            Home home,
            Path modules,
            Ports ports,
            Map<String, Integer> instances,
            Set<String> only) {
        this.home = home;
        this.ports = ports;
        this.parts =
                all(modules, instances).stream()
                        .filter(it -> only.isEmpty() || only.contains(it.name()))
                        .toList();
        var unknown = new TreeSet<>(only);
        unknown.removeAll(names());
        unknown.addAll(unknownServices(instances.keySet()));
        if (!unknown.isEmpty()) {
            throw new PartFailure("No part is called " + String.join(", ", unknown));
        }
    }

    public Home home() {
        return home;
    }

    /** In the order in which they are shown. */
    public List<Part> parts() {
        return parts;
    }

    public List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /** Where a browser finds the suite. */
    public String address() {
        return "http://localhost:" + ports.of(GATEWAY);
    }

    /**
     * Whether the gateway has found every service yet: it learns of a new one within a second or two
     * after that is ready. True when there is no gateway.
     */
    public boolean isRouted() {
        return !names().contains(GATEWAY)
                || parts.stream()
                        .filter(it -> it.layer() == Layer.SERVICE)
                        .map(it -> it.name().replaceFirst("-\\d+$", ""))
                        .distinct()
                        .map("/docs/openapi/%s.yaml"::formatted)
                        .allMatch(it -> Probe.isOk(ports.of(GATEWAY), it));
    }

    private List<Part> all(Path modules, Map<String, Integer> instances) {
        var secrets = new Secrets(home);
        var settings = new ServiceSettings(ports, secrets);
        var all = new ArrayList<Part>();
        all.add(new PostgresPart(home, ports.of(PostgresPart.NAME), secrets, databases()));
        all.add(
                new KafkaPart(
                        home,
                        ports.of(KafkaPart.NAME),
                        ports.foundAt(KafkaPart.NAME),
                        ports.of(KafkaPart.CONTROLLER)));
        all.add(new S3Part(home, ports.of(S3Part.NAME), secrets));
        all.add(new MailPart(ports.of(MailPart.NAME), ports.of(MailPart.SMTP)));
        for (var spec : ServiceSpec.ALL) {
            var jar = modules.resolve(Path.of(spec.name(), "target", spec.name() + ".jar"));
            IntStream.rangeClosed(1, instances.getOrDefault(spec.name(), 1))
                    .mapToObj(
                            instance ->
                                    new ServicePart(
                                            Ports.instanceName(spec.name(), instance),
                                            spec,
                                            ports.of(spec.name(), instance),
                                            jar,
                                            home.cache(),
                                            settings.of(spec)))
                    .forEach(all::add);
        }
        return all;
    }

    private static List<String> databases() {
        return ServiceSpec.ALL.stream()
                .map(ServiceSpec::database)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Set<String> unknownServices(Set<String> names) {
        var services = ServiceSpec.ALL.stream().map(ServiceSpec::name).collect(Collectors.toSet());
        return names.stream().filter(it -> !services.contains(it)).collect(Collectors.toSet());
    }
}
