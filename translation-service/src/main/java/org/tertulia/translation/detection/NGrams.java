package org.tertulia.translation.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.tertulia.translation.language.Language;

/** For each n-gram of bytes, the languages it speaks for, and how much. Read once; some 10 MB. */
final class NGrams {

    private static final String FILE = "/detection/eld-small.tsv.gz";

    /** What the database leaves out of each score, to be smaller. */
    private static final int BASE = 53;

    /** N-grams in the file, with room. */
    private static final int EXPECTED = 109_000;

    private final List<Language> languages;

    /** By the bytes, one in a character; language and score by turns. */
    private final Map<String, short[]> scores;

    private NGrams(List<Language> languages, Map<String, short[]> scores) {
        this.languages = languages;
        this.scores = scores;
    }

    static NGrams load() {
        try (var file = new GZIPInputStream(NGrams.class.getResourceAsStream(FILE))) {
            return new Reading(file.readAllBytes()).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file sign by sign: lines and numbers by the library would take three times as long at every start. */
    private static final class Reading {

        private final byte[] file;
        private int at;

        private Reading(byte[] file) {
            this.file = file;
        }

        private NGrams all() {
            var languages = Arrays.stream(upTo('\n').split(" ", -1)).map(Language::new).toList();
            var scores = new HashMap<String, short[]>(EXPECTED);
            var said = new short[2 * languages.size()];
            while (at < file.length) {
                var gram = gram(upTo('\t'));
                var count = 0;
                do {
                    said[count] = number();
                    said[count + 1] = (short) (number() + BASE);
                    count += 2;
                } while (file[at - 1] != '\n');
                scores.put(gram, Arrays.copyOf(said, count));
            }
            return new NGrams(languages, scores);
        }

        private static String gram(String hex) {
            return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
        }

        private String upTo(char end) {
            var begin = at;
            while (file[at] != end) {
                at++;
            }
            return new String(file, begin, at++ - begin, StandardCharsets.US_ASCII);
        }

        /** The digits, and the sign after them. */
        private short number() {
            var value = 0;
            for (; Character.isDigit(file[at]); at++) {
                value = 10 * value + file[at] - '0';
            }
            at++;
            return (short) value;
        }
    }

    List<Language> languages() {
        return languages;
    }

    /** Adds what the n-gram says of each language. */
    void addScores(String gram, double[] sums) {
        var said = scores.get(gram);
        if (said != null) {
            for (int i = 0; i < said.length; i += 2) {
                sums[said[i]] += said[i + 1];
            }
        }
    }
}
