package org.tertulia.starter.egress;

import java.net.InetAddress;
import java.util.List;
import reactor.core.publisher.Mono;

/** Finds where a host is, by one look-up, and makes sure that it may be connected to. */
public final class CheckedHosts {

    private final HostLookup lookup;
    private final AddressGuard guard;

    /** Finds hosts by this look-up, and lets through what this guard allows. */
    public CheckedHosts(HostLookup lookup, AddressGuard guard) {
        this.lookup = lookup;
        this.guard = guard;
    }

    /**
     * The address to connect to. It was found by one look-up, of which every answer may be connected to: a host with two
     * faces is none to be trusted. Fails with {@link AddressRefused}, with {@link HostNotFound}, or with what the look-up
     * fails with.
     */
    public Mono<InetAddress> addressOf(WebAddress address) {
        return addresses(address).flatMap(found -> checked(address, found));
    }

    private Mono<List<InetAddress>> addresses(WebAddress address) {
        return address.literal()
                .map(literal -> Mono.just(List.of(literal)))
                .orElseGet(() -> lookup.addressesOf(address.host()));
    }

    private Mono<InetAddress> checked(WebAddress address, List<InetAddress> found) {
        if (found.isEmpty()) {
            return Mono.error(new HostNotFound(address.host()));
        }
        return found.stream().allMatch(guard::allows)
                ? Mono.just(found.getFirst())
                : Mono.error(new AddressRefused("one of " + found));
    }
}
