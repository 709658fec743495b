package org.tertulia.starter.egress;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something of the web is. There is one reading of what was written, and everything that is done with it comes from that:
 * what is looked up, checked, connected to and asked for can not be different hosts.
 *
 * @param secure https, else http
 * @param host a name in lower case and ASCII, an IPv4 address, or an IPv6 address in brackets
 * @param port the port, also when it is the usual one
 * @param target path and query, in ASCII
 */
public record WebAddress(boolean secure, String host, int port, String target) {

    /** The longest address, as it is written. */
    public static final int MAX_LENGTH = 2_048;

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MAX_PORT = 65_535;

    /** Neither control characters and white space, nor backslashes, which some take for slashes. */
    private static final Pattern READABLE = Pattern.compile("[^\\p{Cntrl}\\s\\\\]+");

    private static final Pattern PARTS =
            Pattern.compile(
                    "(?i)(?<scheme>https?)://(?<host>\\[[^\\]/?#@]*]|[^\\[\\]:/?#@%]+)(?::(?<port>\\d{1,5}))?"
                            + "(?<path>/[^?#]*)?(?<query>\\?[^#]*)?(?:#.*)?");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern ESCAPED = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final String PLAIN = "-._~:/?@!$&'()*+,;=";

    /**
     * The address that is written so; empty when it is not one of a web page, has a user name or password in it, or
     * could be read in more than one way.
     */
    public static Optional<WebAddress> parse(String written) {
        if (written.length() > MAX_LENGTH || !READABLE.matcher(written).matches()) {
            return Optional.empty();
        }
        var parts = PARTS.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var secure = parts.group("scheme").length() == "https".length();
        var port = port(parts.group("port"), secure);
        var target = encoded(orElse(parts.group("path"), "/") + orElse(parts.group("query"), ""));
        return HostName.canonical(parts.group("host"))
                .filter(host -> port > 0 && port <= MAX_PORT)
                .map(host -> new WebAddress(secure, host, port, target));
    }

    /** The address the host is, when it is none that has to be looked up. */
    Optional<InetAddress> literal() {
        return HostName.literal(host);
    }

    /** Host, and the port unless it is the usual one, as a request names them. */
    public String authority() {
        return port == (secure ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    /**
     * Where this page sends its readers to.
     *
     * @param location what it says, absolute or relative to this address
     * @return empty when that is no address, or leads from https to http
     */
    public Optional<WebAddress> follow(String location) {
        var hash = location.indexOf('#');
        var reference = (hash < 0 ? location : location.substring(0, hash)).strip();
        return absolute(reference)
                .flatMap(WebAddress::parse)
                .filter(next -> next.secure || !secure);
    }

    private Optional<String> absolute(String reference) {
        if (reference.isEmpty() || reference.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (SCHEME.matcher(reference).lookingAt()) {
            return Optional.of(reference);
        }
        if (reference.startsWith("//")) {
            return Optional.of(scheme() + ":" + reference);
        }
        if (reference.startsWith("/")) {
            return Optional.of(origin() + reference);
        }
        if (reference.startsWith("?")) {
            return Optional.of(origin() + path() + reference);
        }
        try {
            return Optional.of(origin() + URI.create(path()).resolve(encoded(reference)));
        } catch (IllegalArgumentException notAReference) {
            return Optional.empty();
        }
    }

    private String scheme() {
        return secure ? "https" : "http";
    }

    /** Scheme, host, and the port unless it is the usual one (RFC 6454). */
    public String origin() {
        return scheme() + "://" + authority();
    }

    private String path() {
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The same for all that is written of one address. */
    @Override
    public String toString() {
        return origin() + target;
    }

    private static int port(@Nullable String written, boolean secure) {
        if (written == null) {
            return secure ? HTTPS : HTTP;
        }
        return Integer.parseInt(written);
    }

    private static String orElse(@Nullable String written, String otherwise) {
        return written == null ? otherwise : written;
    }

    /** What may not stand in a request as it is, escaped; what is escaped already stays so. */
    private static String encoded(String written) {
        var encoded = new StringBuilder();
        for (int i = 0; i < written.length(); ) {
            var c = written.codePointAt(i);
            if (isPlain(c)
                    || (c == '%'
                            && ESCAPED.matcher(written).region(i, written.length()).lookingAt())) {
                encoded.appendCodePoint(c);
            } else {
                for (var octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
                }
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PLAIN.indexOf(c) >= 0;
    }
}
