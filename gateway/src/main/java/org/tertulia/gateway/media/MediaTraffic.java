package org.tertulia.gateway.media;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.gateway.media.BodyFlow.Side;
import reactor.core.publisher.Mono;

/** Begins the flows of files, counts those that pass, and notes those that were given up. */
@Component
final class MediaTraffic {

    private static final Logger log = LoggerFactory.getLogger(MediaTraffic.class);

    /** Which way a file goes. */
    enum Direction {
        UP,
        DOWN;

        private String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final MediaProperties properties;
    private final MeterRegistry meters;
    private final AtomicInteger up;
    private final AtomicInteger down;

    MediaTraffic(MediaProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.meters = meters;
        this.up = gauge(Direction.UP);
        this.down = gauge(Direction.DOWN);
    }

    private AtomicInteger gauge(Direction direction) {
        var open = new AtomicInteger();
        meters.gauge("gateway.media.open", Tags.of("direction", direction.tag()), open);
        return open;
    }

    /** A flow from client to service, or from service to client. */
    BodyFlow begin(Direction direction) {
        return direction == Direction.UP
                ? new BodyFlow(properties.stall(), properties.silence())
                : new BodyFlow(properties.silence(), properties.stall());
    }

    /** {@code passing}, counted for as long as it lasts. */
    Mono<Void> counted(Direction direction, Mono<Void> passing) {
        var open = direction == Direction.UP ? up : down;
        return passing.doOnSubscribe(_ -> open.incrementAndGet())
                .doFinally(_ -> open.decrementAndGet());
    }

    /** Notes a flow that is given up; whether it is for the client's sake. */
    boolean clientStalled(Direction direction, Side side) {
        var client = (direction == Direction.UP) == (side == Side.SOURCE);
        var who = client ? "client" : "service";
        var tags = Tags.of("direction", direction.tag(), "side", who);
        meters.counter("gateway.media.stall", tags).increment();
        log.info("A file on its way {} was given up: the {} stood still", direction.tag(), who);
        return client;
    }

    Duration stall() {
        return properties.stall();
    }

    Duration answer() {
        return properties.answer();
    }
}
