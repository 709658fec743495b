package org.tertulia.load.faults.check;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A log is numbered 1, 2, 3 … */
final class LogsAreGapless implements Invariant {
    @Override
    public String text() {
        return "every log is numbered 1, 2, 3 …";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.logs().values().stream().flatMap(LogsAreGapless::firstGap);
    }

    private static Stream<String> firstGap(ChatLog log) {
        var entries = log.entries();
        return IntStream.range(0, entries.size())
                .filter(it -> entries.get(it).seq() != it + 1)
                .limit(1)
                .mapToObj(
                        it ->
                                "chat %s: entry %d is where %d should be"
                                        .formatted(log.chatId(), entries.get(it).seq(), it + 1));
    }
}
