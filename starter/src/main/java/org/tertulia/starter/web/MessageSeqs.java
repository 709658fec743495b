package org.tertulia.starter.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Messages of a chat that are asked for by their places in its log, in the parameter {@code seqs}. What constructs one fails
 * with validation-failed for none, for too many, and for what is no place.
 *
 * @param ascending the places, each once, 1 to {@link #MAX} of them
 */
public record MessageSeqs(List<Long> ascending) {

    /** As many as the largest page has. */
    public static final int MAX = PageLimit.MAX;

    /** Some numbers between commas, which fit. */
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,18}+(?:,[0-9]{1,18}+)*+");

    /** Takes them in any order, and more than once. */
    public MessageSeqs {
        ascending = ascending.stream().distinct().sorted().toList();
        if (ascending.isEmpty() || ascending.size() > MAX || ascending.getFirst() <= 0) {
            throw refused();
        }
    }

    /** Those of a list such as {@code 3,7}. */
    public static MessageSeqs of(String asked) {
        if (!WRITTEN.matcher(asked).matches()) {
            throw refused();
        }
        return new MessageSeqs(Arrays.stream(asked.split(",", -1)).map(Long::valueOf).toList());
    }

    private static ProblemException refused() {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field("seqs", "must be 1 to %d seqs of messages".formatted(MAX));
    }
}
