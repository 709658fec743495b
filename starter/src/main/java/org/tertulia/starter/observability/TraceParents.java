package org.tertulia.starter.observability;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** The current trace as text, for whoever carries it somewhere by other means than HTTP headers. */
public final class TraceParents {

    /** Header and column name, from W3C Trace Context. */
    public static final String HEADER = "traceparent";

    /** Looked up once: the context takes its time, and this is asked for every message. */
    private final SingletonSupplier<Tracer> tracer;

    TraceParents(ObjectProvider<Tracer> tracer) {
        this.tracer = SingletonSupplier.ofNullable(tracer::getIfAvailable);
    }

    /** {@code traceparent} of the span that is current on this thread; null when there is none. */
    public @Nullable String current() {
        var available = tracer.get();
        var span = available == null ? null : available.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        var flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
