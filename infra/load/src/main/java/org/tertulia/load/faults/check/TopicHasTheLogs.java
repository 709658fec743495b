package org.tertulia.load.faults.check;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tertulia.contracts.message.LogEntry;

/** What others read on the topic is every entry of every log, in its order; some may come again. */
final class TopicHasTheLogs implements Invariant {
    @Override
    public String text() {
        return "every entry is published, in the order of its log";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        var published = evidence.published();
        return published == null
                ? Stream.empty()
                : evidence.logs().values().stream().flatMap(log -> compare(log, published));
    }

    private static Stream<String> compare(ChatLog log, List<LogEntry> published) {
        var first = firstOccurrences(log.chatId(), published);
        var entries = log.entries();
        return IntStream.range(0, entries.size())
                .filter(it -> it >= first.size() || !isSame(first.get(it), entries.get(it)))
                .limit(1)
                .mapToObj(it -> describe(log, it, first));
    }

    /** A text may be gone from the log that was there when it was published. */
    private static boolean isSame(LogEntry published, LogEntry entry) {
        return published.seq() == entry.seq() && published.getClass() == entry.getClass();
    }

    private static List<LogEntry> firstOccurrences(UUID chatId, List<LogEntry> published) {
        var known = new HashSet<Long>();
        return published.stream()
                .filter(it -> it.chatId().equals(chatId) && known.add(it.seq()))
                .toList();
    }

    private static String describe(ChatLog log, int index, List<LogEntry> first) {
        return "chat %s: where entry %d should be published is %s"
                .formatted(
                        log.chatId(),
                        log.entries().get(index).seq(),
                        index < first.size() ? first.get(index) : "nothing");
    }
}
