package org.tertulia.load.client;

import java.time.Duration;

/** The server answered the WebSocket upgrade with an HTTP status of its own. */
public final class UpgradeRefused extends RuntimeException {
    private final int status;
    private final Duration retryAfter;

    UpgradeRefused(int status, Duration retryAfter, Throwable cause) {
        super("The WebSocket upgrade was answered with " + status, cause);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** How long the server asks to wait; zero when it does not. */
    public Duration retryAfter() {
        return retryAfter;
    }

    public int status() {
        return status;
    }
}
