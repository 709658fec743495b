package org.tertulia.load.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A read marker that was acknowledged is not before that place later. */
final class MarkersOnlyAdvance implements Invariant {
    private record Key(UUID userId, UUID chatId) {}

    @Override
    public String text() {
        return "no acked read marker goes back";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        var acked = new HashMap<Key, Long>();
        evidence.marks()
                .forEach(
                        it ->
                                acked.merge(
                                        new Key(it.userId(), it.chatId()),
                                        it.readSeq(),
                                        Math::max));
        return evidence.present().stream().flatMap(now -> compare(now, acked));
    }

    private static Stream<String> compare(Counted now, Map<Key, Long> acked) {
        var furthest = acked.getOrDefault(new Key(now.userId(), now.chatId()), 0L);
        return now.readSeq() >= furthest
                ? Stream.empty()
                : Stream.of("%s, where %d was acked".formatted(now, furthest));
    }
}
