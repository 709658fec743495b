package org.tertulia.load.faults.check;

import java.util.stream.Stream;

/** An unread count that was told, at any time, is what one counts in the log. */
final class UnreadIsARecount implements Invariant {
    /** The suite counts no further. */
    private static final long MOST = 1000;

    @Override
    public String text() {
        return "unread counts equal a recount from the log";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.concat(evidence.counted().stream(), evidence.present().stream())
                .distinct()
                .flatMap(told -> compare(told, evidence.log(told.chatId())));
    }

    private static Stream<String> compare(Counted told, ChatLog log) {
        var recount =
                Math.min(MOST, log.messagesOfOthers(told.userId(), told.readSeq(), told.lastSeq()));
        return recount == told.unread()
                ? Stream.empty()
                : Stream.of("%s, where the log has %d".formatted(told, recount));
    }
}
