package org.tertulia.load.faults.check;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nobody gets an entry of a chat they are not in. Who has left gets what comes after only when they
 * have asked to be let in again; then the whole log is theirs, as it is for anybody new.
 */
final class OnlyMembersRead implements Invariant {
    @Override
    public String text() {
        return "nobody gets entries of a chat they are not in";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.readers().stream().flatMap(reader -> violations(reader, evidence));
    }

    private static Stream<String> violations(Reader reader, Evidence evidence) {
        var byChat = reader.receipts().stream().collect(Collectors.groupingBy(Receipt::chatId));
        return byChat.entrySet().stream()
                .flatMap(
                        it ->
                                foreign(
                                        reader,
                                        evidence.log(it.getKey()),
                                        asked(evidence, reader.userId(), it.getKey()),
                                        it.getValue()));
    }

    /** When this person asked to be let in, in order. */
    private static List<Long> asked(Evidence evidence, UUID userId, UUID chatId) {
        return evidence.joins().stream()
                .filter(it -> it.userId().equals(userId) && it.chatId().equals(chatId))
                .map(JoinAsked::at)
                .toList();
    }

    private static Stream<String> foreign(
            Reader reader, ChatLog log, List<Long> asked, List<Receipt> receipts) {
        var moves = log.moves(reader.userId());
        return receipts.stream()
                .filter(it -> it.seq() > allowed(moves, asked, it.at()))
                .limit(1)
                .map(
                        it ->
                                "%s got entry %d of chat %s and was not in it"
                                        .formatted(reader.name(), it.seq(), log.chatId()));
    }

    /** The last seq that may have come by a moment: where the latest stay asked for by then ends. */
    private static long allowed(List<ChatLog.Move> moves, List<Long> asked, long at) {
        var last = 0L;
        var stays = 0;
        for (var move : moves) {
            if (!move.joined()) {
                last = move.seq();
            } else if (stays < asked.size() && asked.get(stays) - at > 0) {
                return last;
            } else {
                stays++;
                last = Long.MAX_VALUE;
            }
        }
        return last;
    }
}
