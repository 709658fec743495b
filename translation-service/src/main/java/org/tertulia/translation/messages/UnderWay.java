package org.tertulia.translation.messages;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The translations that this instance is making. Who asks for one of them gets that one. It goes on when nobody waits for it
 * any more: it is stored, and told to those who are connected.
 */
@Component
final class UnderWay {

    /** How many at once: the live ones, and those of some hundred readers of history. Guessed. */
    static final int MOST = 512;

    /** Engines give up long before; this is so that one that does not can not fill the table. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(2);

    private final ConcurrentMap<WantedText, Mono<MessageOutcome>> running =
            new ConcurrentHashMap<>();

    /** What is under way for this key, or {@code work} from now on. Fails with {@link TooMuchUnderWay}. */
    Mono<MessageOutcome> join(WantedText key, Mono<MessageOutcome> work) {
        return Mono.defer(
                () ->
                        running.size() < MOST || running.containsKey(key)
                                ? running.computeIfAbsent(key, _ -> begun(key, work))
                                : Mono.error(TooMuchUnderWay::new));
    }

    private Mono<MessageOutcome> begun(WantedText key, Mono<MessageOutcome> work) {
        return work.timeout(GIVEN_UP_AFTER).doFinally(_ -> running.remove(key)).cache();
    }
}
