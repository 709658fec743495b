package org.tertulia.message.config;

import org.springframework.context.SmartLifecycle;

/**
 * In which order the parts stop; the greatest phase stops first. All of them stop before the web server
 * begins to wait for open requests, since a WebSocket is one that never ends by itself.
 */
public final class ServicePhases {

    /** Connections are told to go elsewhere and closed. */
    public static final int DELIVERY = SmartLifecycle.DEFAULT_PHASE - 100;

    /** Presence says good-bye to the other instances. */
    public static final int PRESENCE = SmartLifecycle.DEFAULT_PHASE - 200;

    /** Messages are refused; those under way are committed. */
    public static final int POSTING = SmartLifecycle.DEFAULT_PHASE - 300;

    private ServicePhases() {}
}
