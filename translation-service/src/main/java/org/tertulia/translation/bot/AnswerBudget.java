package org.tertulia.translation.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How often the bot may still speak in each chat: so many times in any minute, each message that it answers counted once. May be
 * asked by several threads.
 */
final class AnswerBudget {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final Clock clock;
    private final Map<UUID, Deque<Answered>> spoken = new LinkedHashMap<>();

    private record Answered(UUID message, Instant at) {}

    AnswerBudget(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whether it may answer this message now; then that counts, unless it did before. */
    synchronized boolean take(UUID chat, UUID message) {
        var now = clock.instant();
        var since = now.minus(WINDOW);
        spoken.values().forEach(times -> times.removeIf(time -> time.at().isBefore(since)));
        spoken.values().removeIf(Deque::isEmpty);
        var times = spoken.computeIfAbsent(chat, _ -> new ArrayDeque<>());
        if (times.stream().anyMatch(it -> it.message().equals(message))) {
            return true;
        }
        if (times.size() >= most) {
            return false;
        }
        times.addLast(new Answered(message, now));
        return true;
    }
}
