package org.tertulia.gateway.security;

import java.net.InetAddress;

/**
 * A block of addresses in CIDR notation; a single address is a block of one.
 *
 * @param network any address of the block
 * @param prefix how many leading bits its addresses have in common
 */
record AddressRange(InetAddress network, int prefix) {

    AddressRange {
        if (prefix < 0 || prefix > network.getAddress().length * 8) {
            throw new IllegalArgumentException("No such prefix length: " + prefix);
        }
    }

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or one address; names are not looked up. */
    static AddressRange parse(String text) {
        var slash = text.indexOf('/');
        var network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        var prefix =
                slash < 0
                        ? network.getAddress().length * 8
                        : Integer.parseInt(text.substring(slash + 1));
        return new AddressRange(network, prefix);
    }

    boolean contains(InetAddress address) {
        var ours = network.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < prefix; bit += 8) {
            var mask = bit + 8 <= prefix ? 0xff : 0xff << (8 - prefix % 8) & 0xff;
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
