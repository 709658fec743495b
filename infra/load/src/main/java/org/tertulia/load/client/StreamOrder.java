package org.tertulia.load.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks what the server guarantees for one chat on one connection: entries come in strictly
 * ascending seq without gap or repeat, from the position told in the hello frame on, or, once a
 * resume is answered, from the resumed position on.
 */
final class StreamOrder {
    private long expected;
    private @Nullable Long resumed;

    /** The next entry is the one after this position. */
    StreamOrder(long position) {
        this.expected = position + 1;
    }

    /** A resume was sent: from now on the stream may begin anew after this position. */
    void resumeAsked(long position) {
        resumed = position;
    }

    /** The resume was answered: there is only the new stream. */
    void resumeAnswered() {
        resumed = null;
    }

    /** Whether a resume is on its way. */
    boolean isResuming() {
        return resumed != null;
    }

    /** The server skips to this position. */
    void skipTo(long position) {
        expected = position + 1;
        resumed = null;
    }

    /** An entry came; tells what is wrong with it, if anything is. */
    Optional<String> received(long seq) {
        if (seq == expected) {
            expected++;
            return Optional.empty();
        }
        if (resumed != null && seq == resumed + 1) {
            expected = seq + 1;
            resumed = null;
            return Optional.empty();
        }
        var wrong = "entry %d came when %d was next".formatted(seq, expected);
        expected = seq + 1;
        return Optional.of(wrong);
    }
}
