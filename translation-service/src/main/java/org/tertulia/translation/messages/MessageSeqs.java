package org.tertulia.translation.messages;

import java.util.Arrays;
import java.util.List;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** Reads the messages that are asked for, as {@code 1,2,3}. */
final class MessageSeqs {

    /** As many as the message service tells at once. */
    static final int MOST = 100;

    private static final int MAX_DIGITS = 18;

    private MessageSeqs() {}

    /** Without a repeat. Fails with validation-failed. */
    static List<Long> of(String text) {
        var seqs = Arrays.stream(text.split(",", -1)).map(MessageSeqs::seq).distinct().toList();
        if (seqs.size() > MOST) {
            throw refused();
        }
        return seqs;
    }

    private static long seq(String text) {
        if (!text.matches("[0-9]{1," + MAX_DIGITS + "}")) {
            throw refused();
        }
        var seq = Long.parseLong(text);
        if (seq < 1) {
            throw refused();
        }
        return seq;
    }

    private static ProblemException refused() {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field("seqs", "must be 1 to %d seqs, separated by commas".formatted(MOST));
    }
}
