package org.tertulia.message.receipts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.receipt.ReceiptMoved;
import org.tertulia.message.config.ServicePhases;
import org.tertulia.starter.kafka.EphemeralEvents;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells every instance how far people have got, gathered for a tick: of one person in one chat an instance
 * tells once per tick at most, and the last value. Best effort: what is lost can be asked for, and is overtaken by the next.
 */
@Component
final class ReceiptTelling implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReceiptTelling.class);

    /** People in chats told in one tick; more wait for the next. */
    private static final int MAX_TOLD = 500;

    /** People in chats of whom it is remembered what was told, so that it is not told twice. */
    private static final int MAX_REMEMBERED = 10_000;

    private final MovedReceipts moved;
    private final MovedReceiptRepository repository;
    private final EphemeralEvents events;
    private final Clock clock;
    private final ReceiptProperties properties;
    private final Cache<ChatMember, ToldReceipt> told =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();
    private @Nullable Disposable ticks;

    ReceiptTelling(
            MovedReceipts moved,
            MovedReceiptRepository repository,
            EphemeralEvents events,
            Clock clock,
            ReceiptProperties properties) {
        this.moved = moved;
        this.repository = repository;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        ticks =
                Flux.interval(properties.tellEvery())
                        // A tick that takes long stands for those that fall into it.
                        .onBackpressureDrop()
                        .concatMap(tick -> tell(), 1)
                        .subscribe();
    }

    private Mono<Void> tell() {
        return Mono.defer(() -> tell(moved.waiting().take(MAX_TOLD)))
                .onErrorResume(
                        error -> {
                            log.warn("Receipts were not told: {}", error.toString());
                            return Mono.empty();
                        });
    }

    private Mono<Void> tell(Map<ChatMember, Boolean> batch) {
        return batch.isEmpty()
                ? Mono.empty()
                : repository
                        .told(batch.keySet(), properties.maxChatMembers())
                        .doOnNext(all -> all.forEach(this::publish))
                        .then();
    }

    private void publish(ToldReceipt receipt) {
        if (receipt.to().isEmpty() || receipt.equals(told.getIfPresent(receipt.member()))) {
            return;
        }
        told.put(receipt.member(), receipt);
        events.publish(
                Topics.RECEIPT_EVENTS,
                new ReceiptMoved(
                        receipt.member().chatId().value(),
                        receipt.member().userId().value(),
                        receipt.deliveredSeq(),
                        receipt.readSeq(),
                        receipt.to(),
                        clock.instant()));
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
