package org.tertulia.local.command;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.home.Home;
import org.tertulia.local.part.Ports;
import org.tertulia.local.part.Suite;
import picocli.CommandLine.Option;

/** Options that say what a suite is to consist of. */
final class What extends Where {
    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            defaultValue = "${env:TERTULIA_PORT_BASE}",
            description =
                    "Let all ports lie together from here on, the gateway's first"
                            + " (TERTULIA_PORT_BASE).")
    private @Nullable Integer base;

    @Option(
            names = "--port",
            paramLabel = "PART=PORT",
            description = "The port of one part, such as gateway=9000. May be repeated.")
    private Map<String, Integer> ports = Map.of();

    @Option(
            names = "--instances",
            paramLabel = "SERVICE=N",
            description = "How many of a service, such as message-service=2. May be repeated.")
    private Map<String, Integer> instances = Map.of();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Start just these parts, such as postgresql,kafka.")
    private Set<String> only = new LinkedHashSet<>();

    Suite suite() {
        return suite(home().create());
    }

    private Suite suite(Home home) {
        return new Suite(home, modules(), new Ports(base, ports), instances, only);
    }
}
