package org.tertulia.starter.egress;

import java.net.InetAddress;
import java.util.List;
import reactor.core.publisher.Mono;

/** Finds the addresses of a host. */
public interface HostLookup {

    /** All of them, the one to connect to first; an error, or none, when there are none. */
    Mono<List<InetAddress>> addressesOf(String host);
}
