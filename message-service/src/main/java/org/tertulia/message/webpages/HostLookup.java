package org.tertulia.message.webpages;

import java.net.InetAddress;
import java.util.List;
import reactor.core.publisher.Mono;

/** Finds the addresses of a host. */
interface HostLookup {

    /** All of them, the one to connect to first; an error, or none, when there are none. */
    Mono<List<InetAddress>> addressesOf(String host);
}
