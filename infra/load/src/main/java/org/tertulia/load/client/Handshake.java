package org.tertulia.load.client;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * How a WebSocket is asked for.
 *
 * @param token the access token; null to come without one
 * @param asSubprotocol whether it travels as browsers send it, as the second subprotocol
 * @param origin what a browser tells of the page; null for other clients
 * @param protocol the subprotocol that is to be spoken
 */
public record Handshake(
        @Nullable String token, boolean asSubprotocol, @Nullable String origin, String protocol) {
    static final String PROTOCOL = "tertulia.v1";

    /** For the suite's own subprotocol. */
    public Handshake(@Nullable String token, boolean asSubprotocol, @Nullable String origin) {
        this(token, asSubprotocol, origin, PROTOCOL);
    }

    /** For a server that is not the suite, and wants no token. */
    public static Handshake of(String protocol) {
        return new Handshake(null, false, null, protocol);
    }

    /** As programs do it: with an {@code Authorization} header. */
    public static Handshake withHeader(@Nullable String token) {
        return new Handshake(token, false, null);
    }

    /** As browsers do it. */
    public static Handshake asBrowser(@Nullable String token, String origin) {
        return new Handshake(token, true, origin);
    }

    String protocols() {
        return asSubprotocol && token != null ? protocol + ", bearer." + token : protocol;
    }

    /** Adds what the request has beside the upgrade. */
    void fill(HttpHeaders headers) {
        if (token != null && !asSubprotocol) {
            headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
        }
        if (origin != null) {
            headers.set(HttpHeaderNames.ORIGIN, origin);
        }
    }
}
