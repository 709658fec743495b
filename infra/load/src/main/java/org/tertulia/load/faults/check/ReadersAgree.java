package org.tertulia.load.faults.check;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.load.client.ChatReplica;

/**
 * Every reader has the log: the same entry under each seq, all of them when still a member, the
 * beginning of it otherwise.
 */
final class ReadersAgree implements Invariant {
    @Override
    public String text() {
        return "every reader has the same log";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.readers().stream()
                .flatMap(
                        reader ->
                                evidence.logs().values().stream()
                                        .flatMap(log -> compare(reader, log)));
    }

    private static Stream<String> compare(Reader reader, ChatLog log) {
        var has = reader.logs().getOrDefault(log.chatId(), List.of());
        var same = Math.min(has.size(), log.entries().size());
        var difference =
                IntStream.range(0, same)
                        .filter(it -> !ChatReplica.agree(has.get(it), log.entries().get(it)))
                        .limit(1)
                        .mapToObj(it -> different(reader, log.chatId(), has.get(it), it + 1));
        return Stream.concat(difference, length(reader, log, has.size()));
    }

    private static String different(Reader reader, UUID chatId, LogEntry entry, int place) {
        return "%s has another entry %d of chat %s: %s"
                .formatted(reader.name(), place, chatId, entry);
    }

    private static Stream<String> length(Reader reader, ChatLog log, int size) {
        var length = log.entries().size();
        var missing = log.isMember(reader.userId()) && size < length;
        return missing || size > length
                ? Stream.of(
                        "%s has %d of %d entries of chat %s"
                                .formatted(reader.name(), size, length, log.chatId()))
                : Stream.empty();
    }
}
