package org.tertulia.media.previews;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.tertulia.media.types.MediaKind;

/** What is counted of the work. */
@Component
final class PreviewMetrics {

    private final MeterRegistry meters;
    private final AtomicLong length = new AtomicLong();

    PreviewMetrics(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("media.preview.queue", length, AtomicLong::doubleValue)
                .description("Files that wait for being looked into, or are being")
                .register(meters);
    }

    void ended(Ending ending) {
        meters.counter("media.preview.jobs", "outcome", ending.text()).increment();
    }

    void length(long files) {
        length.set(files);
    }

    Timer.Sample begin() {
        return Timer.start(meters);
    }

    void looked(Timer.Sample sample, MediaKind kind) {
        sample.stop(
                Timer.builder("media.preview.time")
                        .description("How long it takes to look into a file")
                        .tag("kind", kind.text())
                        .register(meters));
    }
}
