package org.tertulia.notification.alerts;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for chats that have become quiet, again and again, on every instance. */
@Component
final class QuietChatClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(QuietChatClock.class);

    private final QuietChats chats;
    private final AlertProperties properties;
    private @Nullable Disposable running;

    QuietChatClock(QuietChats chats, AlertProperties properties) {
        this.chats = chats;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        running =
                Flux.interval(properties.startAfter(), properties.every())
                        .onBackpressureDrop()
                        .concatMap(_ -> chats.round().onErrorResume(QuietChatClock::later), 1)
                        .subscribe();
    }

    private static Mono<Void> later(Throwable error) {
        log.warn("Nobody looked for quiet chats, somebody will later: {}", error.toString());
        return Mono.empty();
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
