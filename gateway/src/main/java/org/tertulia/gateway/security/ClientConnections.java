package org.tertulia.gateway.security;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Finds out who is at the other end. The socket's address counts; {@code X-Forwarded-For} is read from
 * the right for as long as the hop before is a trusted proxy, so nobody can write himself an address.
 */
@Component
public final class ClientConnections {

    static final String FORWARDED_FOR = "X-Forwarded-For";
    static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    static final String FORWARDED_HOST = "X-Forwarded-Host";

    private final List<AddressRange> trusted;

    ClientConnections(SecurityEdgeProperties properties) {
        this.trusted = properties.trustedRanges();
    }

    /** The connection {@code request} came by. */
    public ClientConnection of(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var socket = socketAddress(request);
        var scheme = Objects.requireNonNullElse(request.getURI().getScheme(), "http");
        var host = headers.getFirst(HttpHeaders.HOST);
        if (!isTrusted(socket)) {
            var operator = socket.isLoopbackAddress() && !headers.containsHeader(FORWARDED_FOR);
            return new ClientConnection(socket, scheme, host, operator);
        }
        var proto = last(headers, FORWARDED_PROTO);
        var name = last(headers, FORWARDED_HOST);
        return new ClientConnection(
                forwardedAddress(headers, socket),
                proto == null ? scheme : proto.toLowerCase(Locale.ROOT),
                name == null ? host : name,
                false);
    }

    private InetAddress forwardedAddress(HttpHeaders headers, InetAddress socket) {
        var hops = String.join(",", headers.getOrEmpty(FORWARDED_FOR)).split(",");
        var client = socket;
        for (var i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
            var hop = parse(hops[i].strip());
            if (hop == null) {
                break;
            }
            client = hop;
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    private static InetAddress socketAddress(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? InetAddress.getLoopbackAddress()
                : remote.getAddress();
    }

    /** An address with or without brackets and port; null for anything else. */
    private static @Nullable InetAddress parse(String hop) {
        var text = hop;
        if (text.startsWith("[") && text.indexOf(']') > 0) {
            text = text.substring(1, text.indexOf(']'));
        } else if (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
            text = text.substring(0, text.indexOf(':'));
        }
        try {
            return text.isEmpty() ? null : InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /** What the nearest proxy said, which is the one that is trusted; null when it said nothing. */
    private static @Nullable String last(HttpHeaders headers, String name) {
        var values = headers.getOrEmpty(name);
        if (values.isEmpty()) {
            return null;
        }
        var line = values.getLast();
        return line.substring(line.lastIndexOf(',') + 1).strip();
    }
}
