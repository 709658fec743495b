package org.tertulia.starter.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be connected to: those of the public internet, and those that the operator allows by name. What
 * is not known to be public is not.
 *
 * <p>The blocks are those of the IANA registries of special-purpose addresses (RFC 6890 and what came after it).
 */
public final class AddressGuard {

    private static final List<AddressRange> NOT_PUBLIC =
            ranges(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by a provider's customers
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // public by its form, but what a cloud's host machine is
                    // reached by
                    "169.254.0.0/16", // link-local, with the metadata of clouds
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, and broadcast
                    "2001::/23", // protocol assignments, with Teredo, which carries IPv4 addresses
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4, which carries IPv4 addresses
                    "3fff::/20"); // documentation

    /** All that is given out of IPv6; loopback, link-local, private, multicast and the rest are outside it. */
    private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

    /** How a network without IPv4 names an IPv4 address (RFC 6052): it is as public as that one. */
    private static final AddressRange TRANSLATED = AddressRange.of("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;

    private final List<AddressRange> allowed;

    /**
     * Allows these blocks besides what is public.
     *
     * @throws IllegalArgumentException when one of them is not a block
     */
    public AddressGuard(List<String> allowed) {
        this.allowed = ranges(allowed.toArray(String[]::new));
    }

    /** Whether the address may be connected to. */
    public boolean allows(InetAddress address) {
        var bytes = plain(address).getAddress();
        return allowed.stream().anyMatch(range -> range.contains(bytes)) || isPublic(bytes);
    }

    /** The address itself: an IPv4 one that is written as an IPv6 one is an IPv4 one. */
    static InetAddress plain(InetAddress address) {
        return named(null, address);
    }

    /** The address with the name it was looked up by, which makes it one that needs no look-up. */
    static InetAddress named(@Nullable String host, InetAddress address) {
        try {
            return InetAddress.getByAddress(host, address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }

    private static boolean isPublic(byte[] address) {
        if (NOT_PUBLIC.stream().anyMatch(range -> range.contains(address))) {
            return false;
        }
        if (TRANSLATED.contains(address)) {
            return isPublic(
                    Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
        }
        return address.length == IPV4_BYTES || GLOBAL_UNICAST.contains(address);
    }

    private static List<AddressRange> ranges(String... written) {
        return Stream.of(written).map(AddressRange::of).toList();
    }
}
