package org.tertulia.gateway.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a request.
 *
 * @param address of the client: the socket's, or what a trusted proxy says it is
 * @param scheme {@code https} or {@code http}, as the client sees it
 * @param host {@code Host}, as the client sees it
 * @param operator whether it comes from this machine with no proxy between
 */
public record ClientConnection(
        InetAddress address, String scheme, @Nullable String host, boolean operator) {

    /** An IPv6 line has a network of this size to itself, so its addresses count as one. */
    private static final int IPV6_NETWORK_BYTES = 8;

    /** Whether the client speaks TLS, with us or with a trusted proxy. */
    public boolean secure() {
        return scheme.equals("https");
    }

    /** What to count requests by: the address, or its network for IPv6. */
    public String network() {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        var bytes = address.getAddress();
        Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
