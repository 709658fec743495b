package org.tertulia.load.translation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * chrF2: how much of a translation's characters are those of a reference (Maja Popović: chrF, character n-gram F-score for
 * automatic MT evaluation, WMT 2015). Sequences of 1 to 6 characters without white space, of the whole set together; the
 * means of their precisions and recalls, and of these the F-score in which recall counts twice. 0 is nothing in common, 100 the same.
 */
public final class Chrf {
    private static final int LONGEST = 6;
    private static final double BETA_SQUARED = 4;
    private static final double PERCENT = 100;

    private Chrf() {}

    /** The score of translations, each with the reference at the same place. */
    public static double score(List<String> translations, List<String> references) {
        if (translations.size() != references.size()) {
            throw new IllegalArgumentException("Each translation needs a reference");
        }
        var precision = 0.0;
        var recall = 0.0;
        var lengths = 0;
        for (var length = 1; length <= LONGEST; length++) {
            var matches = Matches.count(translations, references, length);
            if (matches.translated() > 0 && matches.referred() > 0) {
                precision += (double) matches.common() / matches.translated();
                recall += (double) matches.common() / matches.referred();
                lengths++;
            }
        }
        return lengths == 0 ? 0 : PERCENT * balanced(precision / lengths, recall / lengths);
    }

    private static double balanced(double precision, double recall) {
        return precision + recall == 0
                ? 0
                : (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall);
    }

    /** Sequences of one length: of all translations, of all references, and those of each that its reference has too. */
    private record Matches(int common, int translated, int referred) {
        static Matches count(List<String> translations, List<String> references, int length) {
            var common = 0;
            var translated = 0;
            var referred = 0;
            for (var i = 0; i < translations.size(); i++) {
                var one = sequences(translations.get(i), length);
                var other = sequences(references.get(i), length);
                translated += sum(one);
                referred += sum(other);
                for (var sequence : one.entrySet()) {
                    common +=
                            Math.min(sequence.getValue(), other.getOrDefault(sequence.getKey(), 0));
                }
            }
            return new Matches(common, translated, referred);
        }

        private static Map<String, Integer> sequences(String text, int length) {
            var characters = text.replaceAll("\\s", "").codePoints().toArray();
            var counts = new HashMap<String, Integer>();
            for (var at = 0; at + length <= characters.length; at++) {
                counts.merge(new String(characters, at, length), 1, Integer::sum);
            }
            return counts;
        }

        private static int sum(Map<String, Integer> counts) {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
