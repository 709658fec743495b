package org.tertulia.load.client;

import java.net.URI;
import java.util.function.Consumer;

/**
 * How a live client behaves.
 *
 * @param address the WebSocket to connect to
 * @param backoff how long it waits after a break
 * @param whole whether it wants every chat from its first entry on, not only what is new
 * @param witness sees every frame before the client acts on it, on the client's own thread
 */
public record LiveOptions(
        URI address, Backoff backoff, boolean whole, Consumer<ServerFrame> witness) {

    /** A client that comes back soon and wants what is new. */
    public static LiveOptions at(URI address) {
        return new LiveOptions(address, Backoff.EAGER, false, frame -> {});
    }

    public LiveOptions with(Backoff other) {
        return new LiveOptions(address, other, whole, witness);
    }

    /** Wants every chat from its first entry on. */
    public LiveOptions fromTheBeginning() {
        return new LiveOptions(address, backoff, true, witness);
    }

    public LiveOptions seenBy(Consumer<ServerFrame> other) {
        return new LiveOptions(address, backoff, whole, other);
    }
}
