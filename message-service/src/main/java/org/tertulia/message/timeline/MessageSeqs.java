package org.tertulia.message.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Messages of a chat that are asked for by their places in its log.
 *
 * @param ascending the places, each once
 */
record MessageSeqs(List<Long> ascending) {

    /** As many as the largest page has. */
    static final int MAX = 100;

    /** Some numbers between commas, which fit. */
    private static final Pattern WRITTEN = Pattern.compile("\\d{1,18}+(?:,\\d{1,18}+)*+");

    /** Fails with validation-failed for none, for too many, and for what is no place. */
    static MessageSeqs of(String asked) {
        var seqs =
                WRITTEN.matcher(asked).matches()
                        ? Arrays.stream(asked.split(",", -1))
                                .map(Long::valueOf)
                                .distinct()
                                .sorted()
                                .toList()
                        : List.<Long>of();
        if (seqs.isEmpty() || seqs.size() > MAX || seqs.getFirst() <= 0) {
            throw refused("must be 1 to %d seqs of messages".formatted(MAX));
        }
        return new MessageSeqs(seqs);
    }

    /** The refusal of a request that names a page as well. */
    static ProblemException besideAPage() {
        return refused("must not be given with another parameter");
    }

    private static ProblemException refused(String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field("seqs", message);
    }
}
