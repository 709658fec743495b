package org.tertulia.translation.bot;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.util.retry.Retry;

/** Lets the bot in as soon as the service starts, and again until that succeeds, so that there is somebody to call. */
final class BotEntry implements SmartLifecycle {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final BotSession session;
    private Disposable entering = Disposables.disposed();

    BotEntry(BotSession session) {
        this.session = session;
    }

    @Override
    public synchronized void start() {
        entering =
                session.login()
                        .retryWhen(
                                Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                                        .maxBackoff(LONGEST_PAUSE))
                        .subscribe();
    }

    @Override
    public synchronized void stop() {
        entering.dispose();
    }

    @Override
    public synchronized boolean isRunning() {
        return !entering.isDisposed();
    }
}
