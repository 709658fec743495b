package org.tertulia.notification.push.subscriptions;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.starter.egress.AddressGuard;
import org.tertulia.starter.egress.CheckedHosts;
import org.tertulia.starter.egress.HostLookup;
import org.tertulia.starter.egress.WebAddress;
import reactor.core.publisher.Mono;

/** Where push messages may be sent to: https on the public internet. People choose endpoints, so each is checked each time. */
@Component
public final class PushEndpoints {

    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1");

    /** How tests name it. */
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    private final CheckedHosts hosts;
    private final boolean loopback;

    PushEndpoints(HostLookup pushHostLookup, PushProperties properties) {
        this.loopback = properties.loopback();
        this.hosts =
                new CheckedHosts(pushHostLookup, new AddressGuard(loopback ? LOOPBACK : List.of()));
    }

    /** The endpoint that is written so. Fails with {@link PushEndpointRefused} when nothing is sent there. */
    public WebAddress parse(String written) {
        return WebAddress.parse(written)
                .filter(address -> address.secure() || (loopback && isThisMachine(address)))
                .orElseThrow(() -> new PushEndpointRefused("It is no https address."));
    }

    private static boolean isThisMachine(WebAddress address) {
        return THIS_MACHINE.contains(address.host());
    }

    /**
     * The address to connect to, of which nothing is looked up again. Fails with {@link PushEndpointRefused} or with
     * {@link org.tertulia.starter.egress.AddressRefused} when it must not be, else with what looking it up fails with.
     */
    public Mono<InetAddress> addressOf(WebAddress endpoint) {
        return hosts.addressOf(endpoint)
                .filter(address -> endpoint.secure() || address.isLoopbackAddress())
                .switchIfEmpty(
                        Mono.error(() -> new PushEndpointRefused("It is no https address.")));
    }
}
