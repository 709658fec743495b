package org.tertulia.load.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Messages that were handed over and not acknowledged yet, in order. Each is sent again, with the same
 * id and text, after a reconnect, after a refusal that will pass, and when no answer came for long.
 */
final class PendingSends {
    private static final long ANSWER_WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long TRY_AGAIN_NANOS = Duration.ofMillis(300).toNanos();

    private final Map<UUID, Pending> waiting = new LinkedHashMap<>();
    private int sent;

    private static final class Pending {
        private final ClientFrame.Send frame;
        private final CompletableFuture<ServerFrame.Ack> acked;
        private long dueAt;

        Pending(ClientFrame.Send frame, CompletableFuture<ServerFrame.Ack> acked, long dueAt) {
            this.frame = frame;
            this.acked = acked;
            this.dueAt = dueAt;
        }
    }

    synchronized CompletableFuture<ServerFrame.Ack> add(ClientFrame.Send frame, long now) {
        var acked = new CompletableFuture<ServerFrame.Ack>();
        waiting.put(frame.clientMessageId(), new Pending(frame, acked, now));
        return acked;
    }

    /** A new connection: what was sent on the old one may be lost. */
    synchronized void reconnected(long now) {
        waiting.values().forEach(it -> it.dueAt = now);
    }

    /** What is to be sent now, in order; it is not due again for a while. */
    synchronized List<ClientFrame.Send> takeDue(long now) {
        var due = new ArrayList<ClientFrame.Send>();
        for (var pending : waiting.values()) {
            if (pending.dueAt - now <= 0) {
                due.add(pending.frame);
                pending.dueAt = now + ANSWER_WITHIN_NANOS;
            }
        }
        sent += due.size();
        return due;
    }

    synchronized void acked(ServerFrame.Ack ack) {
        var pending = waiting.remove(ack.clientMessageId());
        if (pending != null) {
            pending.acked.complete(ack);
        }
    }

    synchronized void refused(ServerFrame.Refused refusal, long now) {
        var id = refusal.clientMessageId();
        var pending = id == null ? null : waiting.get(id);
        if (pending == null) {
            return;
        }
        if (refusal.problem().isTransient()) {
            pending.dueAt = now + TRY_AGAIN_NANOS;
        } else {
            waiting.remove(pending.frame.clientMessageId());
            pending.acked.completeExceptionally(new SendRefused(refusal));
        }
    }

    /** Nothing will be sent any more. */
    synchronized void fail(@Nullable Throwable reason) {
        var error = reason == null ? new IllegalStateException("the client has stopped") : reason;
        waiting.values().forEach(it -> it.acked.completeExceptionally(error));
        waiting.clear();
    }

    /** How many frames were sent altogether, first times included. */
    synchronized int sent() {
        return sent;
    }
}
