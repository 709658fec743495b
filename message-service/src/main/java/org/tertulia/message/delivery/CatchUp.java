package org.tertulia.message.delivery;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one connection is sent what it has missed: frame by frame, or, when its client takes them, in compressed
 * batches. A stretch that is short stays plain; a long one is cut into batches. Each keeps its place among
 * everything else that is sent while it is being compressed. Only the connection's event loop touches it.
 */
final class CatchUp {

    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);

    private final DeliverySession session;
    private final DeliveryContext context;
    private boolean batched;
    private List<byte[]> open = new ArrayList<>();
    private long openBytes;

    CatchUp(DeliverySession session, DeliveryContext context) {
        this.session = session;
        this.context = context;
    }

    /** Whether the client takes batches from here on. */
    void batched(boolean takesThem) {
        cut();
        batched = takesThem;
    }

    /** Whether the client takes more of what can wait in the database. */
    boolean isReadyForMore() {
        return batched ? session.socket().isReadyForBatch() : session.socket().isReadyForMore();
    }

    /** How many entries to read at once. */
    int entriesPerRead() {
        return batched ? context.properties.batchEntries() : context.properties.fillPage();
    }

    /** Sends one more frame of the stretch; {@link #cut} ends it. */
    void send(byte[] frame) {
        if (!batched) {
            session.send(frame);
            return;
        }
        var limit = context.properties.batchMax().toBytes();
        if (!open.isEmpty() && openBytes + frame.length > limit) {
            cut();
        }
        open.add(frame);
        openBytes += frame.length;
    }

    /** What was sent up to here goes out before anything else does. */
    void cut() {
        if (open.isEmpty()) {
            return;
        }
        var stretch = open;
        var bytes = openBytes;
        open = new ArrayList<>();
        openBytes = 0;
        if (bytes < context.properties.batchMin().toBytes()) {
            stretch.forEach(session::sendAsIs);
        } else {
            compress(stretch);
        }
    }

    private void compress(List<byte[]> stretch) {
        var place = session.socket().reserve();
        session.await(
                context.batches.compress(stretch),
                batch -> session.fill(place, List.of(batch), true),
                error -> {
                    // The threads are busy, or out of memory: better plain than late or never.
                    log.debug("A stretch is sent plain: {}", error.toString());
                    session.fill(place, stretch, false);
                });
    }
}
