package org.tertulia.starter.egress;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host of an address, in the one form it is compared, looked up and told in. */
final class HostName {

    private static final int MAX_LENGTH = 253;

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*+[a-z0-9_-]{1,63}");

    /**
     * A last label that is a number makes a host an IPv4 address for browsers, in forms that not everybody reads alike:
     * {@code 2130706433}, {@code 0177.1}, {@code 0x7f.0.0.1}. Only four decimal numbers are one here.
     */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)");

    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(?:(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(?:\\.|$)){4}(?<!\\.)");

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]");

    /** Letters that older and newer rules for names turn into different hosts: sz, final sigma, and the two joiners. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

    private HostName() {}

    /** The canonical form: lower case, ASCII, an IPv6 address in brackets; empty when it can not be a host. */
    static Optional<String> canonical(String written) {
        if (written.startsWith("[")) {
            return ipv6(written).map(HostName::written);
        }
        return ascii(written)
                .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                .filter(name -> name.length() <= MAX_LENGTH && NAME.matcher(name).matches())
                .filter(HostName::isUnambiguous);
    }

    /** The address that a canonical host is; empty when it is a name. */
    static Optional<InetAddress> literal(String canonical) {
        if (canonical.startsWith("[")) {
            return ipv6(canonical);
        }
        return FOUR_NUMBERS.matcher(canonical).matches()
                ? Optional.of(InetAddress.ofLiteral(canonical))
                : Optional.empty();
    }

    /** An IPv4 address that is written as an IPv6 one is told as what it is. */
    private static String written(InetAddress address) {
        return address instanceof Inet6Address
                ? "[" + address.getHostAddress() + "]"
                : address.getHostAddress();
    }

    private static boolean isUnambiguous(String name) {
        return !NUMBER.matcher(name).matches() || FOUR_NUMBERS.matcher(name).matches();
    }

    private static Optional<String> ascii(String written) {
        if (AMBIGUOUS.matcher(written).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(written).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> ipv6(String written) {
        if (!IPV6.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Inet6Address.ofLiteral(written.substring(1, written.length() - 1)));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
