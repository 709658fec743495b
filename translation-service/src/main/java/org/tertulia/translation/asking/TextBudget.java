package org.tertulia.translation.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.UserId;

/**
 * How many texts each person may still have translated by this instance: {@link #A_MINUTE} at once, which come back evenly within
 * a minute. The gateway counts requests, of which one may have fifty texts; an engine counts texts, of which everybody's are
 * gone when one person takes them. May be asked by several threads.
 */
@Component
final class TextBudget {

    /** As many as the gateway lets a person ask for one by one; half of what an engine on another server takes on in a minute. */
    static final int A_MINUTE = 300;

    /** People who are remembered; whoever has not asked for longest is forgotten first, and has all of theirs again. */
    private static final int REMEMBERED = 10_000;

    private static final Duration FOR_EACH = Duration.ofMinutes(1).dividedBy(A_MINUTE);

    private final Clock clock;

    /** When each will have all of theirs again. */
    private final Map<UserId, Instant> wholeAgain =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UserId, Instant> eldest) {
                    return size() > REMEMBERED;
                }
            };

    TextBudget(Clock clock) {
        this.clock = clock;
    }

    /** Takes so many, {@link #A_MINUTE} at most. Fails with {@link TooManyTexts} when there are fewer; then it takes none. */
    synchronized void take(UserId person, int texts) {
        var now = clock.instant();
        var before = wholeAgain.getOrDefault(person, now);
        var after = (before.isBefore(now) ? now : before).plus(FOR_EACH.multipliedBy(texts));
        var latest = now.plus(FOR_EACH.multipliedBy(A_MINUTE));
        if (after.isAfter(latest)) {
            throw new TooManyTexts(Duration.between(latest, after));
        }
        wholeAgain.put(person, after);
    }
}
