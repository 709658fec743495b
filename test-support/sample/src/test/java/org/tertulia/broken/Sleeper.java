package org.tertulia.broken;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Does what no service may do. */
public final class Sleeper {

    private Sleeper() {}

    /** Sleeps on a thread that must not. */
    public static Mono<Void> sleepOnAParallelThread() {
        return Mono.<Void>fromRunnable(Sleeper::sleep).subscribeOn(Schedulers.parallel());
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
