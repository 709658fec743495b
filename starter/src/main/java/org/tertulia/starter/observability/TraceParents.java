package org.tertulia.starter.observability;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The current trace as text, for whoever carries it somewhere by other means than HTTP headers. */
public final class TraceParents {

    /** Header and column name, from W3C Trace Context. */
    public static final String HEADER = "traceparent";

    /** Looked up once: the context takes its time, and locks, and this is asked for every message. */
    private final @Nullable Tracer tracer;

    TraceParents(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer.getIfAvailable();
    }

    /** {@code traceparent} of the span that is current on this thread; null when there is none. */
    public @Nullable String current() {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        var flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
