package org.tertulia.starter.observability;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What our own code needs of the tracing that Boot sets up. */
@AutoConfiguration
public class ObservabilityAutoConfiguration {

    @Bean
    TraceParents traceParents(ObjectProvider<Tracer> tracer) {
        return new TraceParents(tracer);
    }
}
