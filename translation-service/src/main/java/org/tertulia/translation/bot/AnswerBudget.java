package org.tertulia.translation.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** How often the bot may still speak in each chat: so many times in any minute. May be asked by several threads. */
final class AnswerBudget {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final Clock clock;
    private final Map<UUID, Deque<Instant>> spoken = new LinkedHashMap<>();

    AnswerBudget(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whether it may speak now; then that counts. */
    synchronized boolean take(UUID chat) {
        var now = clock.instant();
        var since = now.minus(WINDOW);
        spoken.values().forEach(times -> times.removeIf(time -> time.isBefore(since)));
        spoken.values().removeIf(Deque::isEmpty);
        var times = spoken.computeIfAbsent(chat, _ -> new ArrayDeque<>());
        if (times.size() >= most) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
