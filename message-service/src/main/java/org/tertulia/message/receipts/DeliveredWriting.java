package org.tertulia.message.receipts;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.message.config.ServicePhases;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes what has reached people, in batches, one after the other; so what one person got in one chat is
 * written once per tick at most, however many devices say so here.
 */
@Component
final class DeliveredWriting implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveredWriting.class);

    /** Positions of one statement; short enough to hold their locks for milliseconds. Guessed. */
    private static final int BATCH = 500;

    private final DeliveredPositions positions;
    private final MovedReceiptRepository repository;
    private final MovedReceipts moved;
    private final ReceiptProperties properties;
    private @Nullable Disposable ticks;

    DeliveredWriting(
            DeliveredPositions positions,
            MovedReceiptRepository repository,
            MovedReceipts moved,
            ReceiptProperties properties) {
        this.positions = positions;
        this.repository = repository;
        this.moved = moved;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        ticks =
                Flux.interval(properties.writeEvery())
                        // A tick that takes long stands for those that fall into it.
                        .onBackpressureDrop()
                        .concatMap(tick -> writeAll(), 1)
                        .subscribe();
    }

    /** Everything that waited when the tick began, or nothing more once a batch failed. */
    private Mono<Void> writeAll() {
        return Flux.fromIterable(positions.waiting().takeBatches(BATCH))
                .concatMap(this::write, 1)
                .then()
                .onErrorResume(
                        error -> {
                            log.warn("What has arrived was not written: {}", error.toString());
                            return Mono.empty();
                        });
    }

    private Mono<Void> write(Map<ChatMember, Long> batch) {
        return repository
                .moveDelivered(batch)
                .doOnNext(all -> all.forEach(m -> moved.moved(m.chatId(), m.userId())))
                .then();
    }

    @Override
    public synchronized void stop() {
        if (ticks != null) {
            ticks.dispose();
            ticks = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return ticks != null;
    }

    @Override
    public int getPhase() {
        return ServicePhases.PRESENCE;
    }
}
