package org.tertulia.media.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.util.retry.Retry;

/** Makes the bucket when the service starts, or as soon as the store is there. */
@Component
final class BucketCreation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BucketCreation.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ObjectStore store;
    private @Nullable Disposable running;

    BucketCreation(ObjectStore store) {
        this.store = store;
    }

    @Override
    public synchronized void start() {
        running =
                store.check()
                        .doOnError(
                                error ->
                                        log.info(
                                                "The store is not there yet: {}", error.toString()))
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                        .subscribe();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
