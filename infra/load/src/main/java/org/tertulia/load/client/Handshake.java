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
 */
public record Handshake(@Nullable String token, boolean asSubprotocol, @Nullable String origin) {
    static final String PROTOCOL = "tertulia.v1";

    /** As programs do it: with an {@code Authorization} header. */
    public static Handshake withHeader(@Nullable String token) {
        return new Handshake(token, false, null);
    }

    /** As browsers do it. */
    public static Handshake asBrowser(@Nullable String token, String origin) {
        return new Handshake(token, true, origin);
    }

    String protocols() {
        return asSubprotocol && token != null ? PROTOCOL + ", bearer." + token : PROTOCOL;
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
