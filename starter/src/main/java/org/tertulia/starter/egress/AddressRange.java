package org.tertulia.starter.egress;

import java.net.InetAddress;

/** A block of IPv4 or IPv6 addresses. */
final class AddressRange {

    private final byte[] first;
    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /**
     * The block written as {@code 10.0.0.0/8} or {@code fd00::/8}; an address alone is a block of one.
     *
     * @throws IllegalArgumentException when it is not written so
     */
    static AddressRange of(String written) {
        var slash = written.indexOf('/');
        var address = slash < 0 ? written : written.substring(0, slash);
        var first = InetAddress.ofLiteral(address.strip()).getAddress();
        var bits =
                slash < 0
                        ? first.length * Byte.SIZE
                        : Integer.parseInt(written.substring(slash + 1).strip());
        if (bits < 0 || bits > first.length * Byte.SIZE) {
            throw new IllegalArgumentException("No block of addresses: " + written);
        }
        return new AddressRange(first, bits);
    }

    /** Whether the address, of 4 or 16 bytes, is in it. */
    boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        var whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != first[i]) {
                return false;
            }
        }
        var rest = bits % Byte.SIZE;
        var mask = 0xFF << (Byte.SIZE - rest);
        return rest == 0 || (address[whole] & mask) == (first[whole] & mask);
    }
}
