package org.tertulia.load.client;

/** The server answered the WebSocket upgrade with an HTTP status of its own. */
public final class UpgradeRefused extends RuntimeException {
    private final int status;

    UpgradeRefused(int status, Throwable cause) {
        super("The WebSocket upgrade was answered with " + status, cause);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
