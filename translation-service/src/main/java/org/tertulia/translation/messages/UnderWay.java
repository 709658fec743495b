package org.tertulia.translation.messages;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * The translations that this instance is making. Who asks for one of them gets that one. It goes on when nobody waits for it
 * any more: it is stored, and told to those who are connected. What is said just now always finds room beside what is asked
 * for, as far as it is no more than {@link #MOST} less {@link #MOST_ASKED}; and nobody who asks has more than their share.
 */
@Component
final class UnderWay {

    /** How many at once: the live ones, and those of some hundred readers of history. Guessed. */
    static final int MOST = 512;

    /** Those that somebody has asked for among them: the rest is twice what is live at a time. */
    static final int MOST_ASKED = 384;

    /** Those that one person has asked for among them: as many as four requests begin. Guessed. */
    static final int MOST_OF_A_PERSON = 32;

    /** Engines give up long before; this is so that one that does not can not fill the table. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(2);

    private final Map<WantedText, Mono<MessageOutcome>> running = new HashMap<>();
    private final Map<UserId, Integer> ofPerson = new HashMap<>();
    private int asked;

    /**
     * What is under way for this text, or {@code work} from now on. Fails with {@link TooMuchUnderWay}.
     *
     * @param by who asks; null for those who read as it is said
     */
    Mono<MessageOutcome> join(WantedText wanted, @Nullable UserId by, Mono<MessageOutcome> work) {
        return Mono.defer(() -> joined(wanted, by, work));
    }

    private synchronized Mono<MessageOutcome> joined(
            WantedText wanted, @Nullable UserId by, Mono<MessageOutcome> work) {
        var there = running.get(wanted);
        if (there != null) {
            return there;
        }
        if (!hasRoom(by)) {
            return Mono.error(TooMuchUnderWay::new);
        }
        var begun = work.timeout(GIVEN_UP_AFTER).doFinally(_ -> ended(wanted, by)).cache();
        running.put(wanted, begun);
        if (by != null) {
            asked++;
            ofPerson.merge(by, 1, Integer::sum);
        }
        return begun;
    }

    private boolean hasRoom(@Nullable UserId by) {
        return running.size() < MOST
                && (by == null
                        || asked < MOST_ASKED && ofPerson.getOrDefault(by, 0) < MOST_OF_A_PERSON);
    }

    private synchronized void ended(WantedText wanted, @Nullable UserId by) {
        running.remove(wanted);
        if (by != null) {
            asked--;
            ofPerson.computeIfPresent(by, (_, count) -> count > 1 ? count - 1 : null);
        }
    }
}
