package org.tertulia.translation.detection;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tertulia.translation.language.Language;

/**
 * Finds out what language a text is in, among sixty and Galician, in some microseconds. Says that it is unsure rather than
 * something wrong; languages that are likely where the text was written go before others that it may be in as well. A language
 * that is not among these, such as Asturian or Occitan, may be taken for its neighbour, and so may a Galician text that has few
 * words of its own.
 */
@Component
public final class LanguageDetector {

    /** So much of a text is enough to know. Measured by the library's author. */
    private static final int MAX_BYTES = 350;

    private static final int MAX_WORD_BYTES = 70;
    private static final int GRAM_BYTES = 4;
    private static final int STRIDE = 3;

    /** Brings scores to 0…1; the library's. */
    private static final double SCALE = 25;

    /**
     * What is added for a likely language. Of 24 chat sentences in Spanish and English, with these two as likely, all are
     * recognised (measured).
     */
    private static final double LIKELY = 0.06;

    /** Three quarters of what right answers have on average; below, it is a language that is not known, or none. */
    private static final double LEAST_SCORE = 0.58;

    /** The library's, below which its own answers are called unreliable. */
    private static final double LEAST_MARGIN = 0.01;

    /** A word or two say little: their language must stand out more. */
    private static final double LEAST_MARGIN_OF_FEW = 0.04;

    private static final int FEW = 3;

    /** How people laugh is of no language: {@code jajaja}, {@code hahahah}, {@code kkkk}. */
    private static final Pattern LAUGHTER = Pattern.compile("(\\p{L}{1,3}?)\\1{2,}+\\p{L}{0,2}+");

    private final NGrams grams = NGrams.load();
    private final Galician galician = Galician.load();

    /**
     * The language of the words. Takes time in proportion to them, whatever they are.
     *
     * @param words without links, names and marks, which are of no language
     * @param likely languages that are spoken there
     */
    public Detection detect(String words, Set<Language> likely) {
        var all = Words.in(words);
        var found = gramsOf(all);
        if (found.isEmpty()) {
            return new Detection.Unsure();
        }
        var sums = new double[grams.languages().size()];
        found.forEach(gram -> grams.addScores(gram, sums));
        return best(sums, found.size(), likely, all);
    }

    private Detection best(double[] sums, int count, Set<Language> likely, List<String> words) {
        var best = -1;
        var first = 0.0;
        var second = 0.0;
        for (int i = 0; i < sums.length; i++) {
            var score = weighed(sums[i], count, likely.contains(grams.languages().get(i)));
            if (score > first) {
                second = first;
                first = score;
                best = i;
            } else if (score > second) {
                second = score;
            }
        }
        if (best < 0) {
            return new Detection.Unsure();
        }
        var language = grams.languages().get(best);
        var found = new Detection.Recognised(language, scaled(sums[best], count), first - second);
        if (galician.isTakenFor(language, words)) {
            return new Detection.Recognised(Galician.LANGUAGE, found.score(), found.margin());
        }
        return isSure(found, count) ? found : new Detection.Unsure();
    }

    private static boolean isSure(Detection.Recognised found, int count) {
        var needed = count < FEW ? LEAST_MARGIN_OF_FEW : LEAST_MARGIN;
        return found.score() >= LEAST_SCORE && found.margin() >= needed;
    }

    private static double weighed(double sum, int count, boolean likely) {
        return sum == 0 ? 0 : scaled(sum, count) + (likely ? LIKELY : 0);
    }

    private static double scaled(double sum, int count) {
        var average = sum / count;
        return average / (average + SCALE);
    }

    private static Set<String> gramsOf(List<String> words) {
        var found = new HashSet<String>();
        var bytes = 0;
        for (var word : words) {
            if (bytes > MAX_BYTES) {
                break;
            }
            if (LAUGHTER.matcher(word).matches()) {
                continue;
            }
            var letters =
                    new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            bytes += letters.length() + 1;
            addGrams(letters, found);
        }
        return found;
    }

    /** Four bytes, every three bytes; the first with the space before it, the last with the one after it. */
    private static void addGrams(String word, Set<String> found) {
        var length = Math.min(word.length(), MAX_WORD_BYTES);
        var at = 0;
        for (; at + GRAM_BYTES < length; at += STRIDE) {
            found.add((at == 0 ? " " : "") + word.substring(at, at + GRAM_BYTES));
        }
        var last = Math.max(0, length - GRAM_BYTES);
        found.add((at == 0 ? " " : "") + word.substring(last) + " ");
    }
}
