package org.tertulia.auth.tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.tertulia.auth.sessions.Device;
import org.tertulia.auth.sessions.DeviceName;

/** What a request tells of the device it comes from. */
public final class RequestDevice {

    private static final int MAX_ADDRESS = 64;

    private RequestDevice() {}

    /** Fails with validation-failed on {@code deviceName}. */
    public static Device of(ServerHttpRequest request, @Nullable String requestedName) {
        var userAgent = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return new Device(DeviceName.of(requestedName, userAgent), address(request));
    }

    /** The client's network address as the gateway reports it; null when it is not known. */
    static @Nullable String address(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        if (remote == null) {
            return null;
        }
        var text = remote.getHostString();
        return text.length() > MAX_ADDRESS ? null : text;
    }
}
