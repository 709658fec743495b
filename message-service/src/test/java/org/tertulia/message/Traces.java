package org.tertulia.message;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tertulia.starter.observability.ObservabilityAutoConfiguration;
import org.tertulia.starter.observability.TraceParents;

/** Traces for tests without Spring. */
public final class Traces {

    private Traces() {}

    /** Nothing is traced. */
    public static TraceParents none() {
        try (var context =
                new AnnotationConfigApplicationContext(ObservabilityAutoConfiguration.class)) {
            return context.getBean(TraceParents.class);
        }
    }
}
