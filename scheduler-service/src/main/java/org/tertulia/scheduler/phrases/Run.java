package org.tertulia.scheduler.phrases;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of a sentence that say a time, one right after the other.
 *
 * @param from the first token
 * @param to the token after the last one
 * @param fragments what they mean
 */
record Run(int from, int to, List<Fragment> fragments) {

    private static final Parser<String> JOINT = Parser.words(",", "del", "de");

    /** All runs from a token up to another, from left to right. Each token is looked at a bounded number of times. */
    static List<Run> in(Sentence sentence, Grammar grammar, int start, int end) {
        var runs = new ArrayList<Run>();
        var at = start;
        while (at < end) {
            var found = grammar.phrases().at(sentence, at);
            if (found.isEmpty() || found.get().end() > end) {
                at++;
                continue;
            }
            var next = new Run(at, found.get().end(), found.get().value());
            if (!runs.isEmpty() && runs.getLast().reaches(sentence, at)) {
                next = runs.removeLast().and(next);
            }
            runs.add(next);
            at = next.to;
        }
        return runs;
    }

    private boolean reaches(Sentence sentence, int next) {
        return to == next
                || JOINT.at(sentence, to).filter(joint -> joint.end() == next).isPresent();
    }

    private Run and(Run next) {
        var both = new ArrayList<>(fragments);
        both.addAll(next.fragments);
        return new Run(from, next.to, List.copyOf(both));
    }

    /** Whether it is but one fragment, which might be no time at all. */
    boolean isBare() {
        return fragments.size() == 2 && fragments.getLast() instanceof Fragment.Bare;
    }
}
