package org.tertulia.translation.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tertulia.translation.language.Language;

/**
 * Tells Galician, which the table of n-grams does not have, from the neighbours that it is taken for there: by common words
 * that not all of them have. A text with too few of those is left to the neighbour, so that next to nothing that is in one of
 * them is called Galician.
 */
final class Galician {

    /** What it tells. */
    static final Language LANGUAGE = new Language("gl");

    private static final String FILE = "/detection/galician.tsv";
    private static final String COMMENT = "#";

    /** Behind a language that is nearly alone with a word. */
    private static final String NEARLY = "?";

    private static final List<String> NEIGHBOURS = List.of("es", "pt", "ca");
    private static final int ES = NEIGHBOURS.indexOf("es");
    private static final int PT = NEIGHBOURS.indexOf("pt");
    private static final int CA = NEIGHBOURS.indexOf("ca");
    private static final int GL = NEIGHBOURS.size();

    /** {@code opcións}, {@code posíbel}: others write {@code opciones}, {@code opções}, {@code opcions}. */
    private static final Pattern ENDING = Pattern.compile(".+[cs]ións|.+[áí]be(?:l|is)");

    /** Of 94,000 lines of programs in the neighbours' languages, these three take two for Galician (measured). */
    private static final int LEAST_AGAINST_EACH = 1;

    private static final int LEAST_AGAINST_ES_AND_PT = 3;
    private static final int TIMES_WHAT_SPEAKS_AGAINST_IT = 2;

    /** By the word, how much it speaks against each of the languages. */
    private final Map<String, int[]> words;

    private final int[] ending = against("gl");

    private Galician(Map<String, int[]> words) {
        this.words = words;
    }

    static Galician load() {
        try (var file = Galician.class.getResourceAsStream(FILE)) {
            var words = new HashMap<String, int[]>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith(COMMENT))
                    .map(line -> line.split("\t", 2))
                    .forEach(cells -> addAll(cells[1], against(cells[0]), words));
            return new Galician(Map.copyOf(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addAll(String row, int[] against, Map<String, int[]> words) {
        for (var word : row.split(" ", -1)) {
            if (words.put(word, against) != null) {
                throw new IllegalStateException(FILE + " has \"" + word + "\" twice");
            }
        }
    }

    /** A word speaks against the languages that do not have it; twice when Galician is alone with it. */
    private static int[] against(String row) {
        var weight = row.equals(LANGUAGE.code()) ? 2 : 1;
        var has = Set.of(row.replace(NEARLY, "").split(" ", -1));
        var against = new int[GL + 1];
        for (int i = 0; i < GL; i++) {
            against[i] = has.contains(NEIGHBOURS.get(i)) ? 0 : weight;
        }
        against[GL] = has.contains(LANGUAGE.code()) ? 0 : weight;
        return against;
    }

    /** Whether a text that was taken for {@code language} is in Galician. */
    boolean isTakenFor(Language language, List<String> text) {
        if (!NEIGHBOURS.contains(language.code())) {
            return false;
        }
        var against = new int[GL + 1];
        text.forEach(word -> add(word, against));
        var least = Math.min(against[ES], Math.min(against[PT], against[CA]));
        return least >= LEAST_AGAINST_EACH
                && against[ES] + against[PT] >= LEAST_AGAINST_ES_AND_PT
                && least > TIMES_WHAT_SPEAKS_AGAINST_IT * against[GL];
    }

    private void add(String word, int[] sums) {
        var against = words.get(word);
        if (against == null && ENDING.matcher(word).matches()) {
            against = ending;
        }
        for (int i = 0; against != null && i < sums.length; i++) {
            sums[i] += against[i];
        }
    }
}
