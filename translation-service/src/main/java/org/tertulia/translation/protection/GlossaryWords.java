package org.tertulia.translation.protection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tertulia.translation.engine.Part;
import org.tertulia.translation.glossary.Term;
import org.tertulia.translation.language.Language;

/** The words of a glossary that matter for one text and one language, ready to be found: the longest first, whole, in any case. */
final class GlossaryWords {

    private static final GlossaryWords NONE = new GlossaryWords(null, Map.of());

    private final @Nullable Pattern words;
    private final Map<String, Term> terms;

    private GlossaryWords(@Nullable Pattern words, Map<String, Term> terms) {
        this.words = words;
        this.terms = terms;
    }

    /**
     * Those that may be in the text; few are, and to look for all of a large glossary takes a millisecond (measured with 500
     * terms). A term for the language itself goes before one for all of them.
     */
    static GlossaryWords in(String text, List<Term> glossary, Language target) {
        var there = key(text);
        var terms = new HashMap<String, Term>();
        for (var term : glossary) {
            var word = key(term.word());
            if (!there.contains(word)) {
                continue;
            }
            if (term.target() == null) {
                terms.putIfAbsent(word, term);
            } else if (term.target().equals(target)) {
                terms.put(word, term);
            }
        }
        return terms.isEmpty() ? NONE : new GlossaryWords(pattern(terms), terms);
    }

    private static Pattern pattern(Map<String, Term> terms) {
        var any =
                terms.values().stream()
                        .map(Term::word)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .reduce((a, b) -> a + "|" + b)
                        .orElseThrow();
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Adds the stretch to the parts, with what of it is of the glossary as parts of their own. */
    void cut(String stretch, List<Part> parts) {
        if (stretch.isEmpty()) {
            return;
        }
        if (words == null) {
            parts.add(new Part.Words(stretch));
            return;
        }
        var found = words.matcher(stretch);
        var at = 0;
        while (found.find()) {
            addWords(stretch.substring(at, found.start()), parts);
            parts.add(new Part.Kept(becomes(found.group())));
            at = found.end();
        }
        addWords(stretch.substring(at), parts);
    }

    private static void addWords(String words, List<Part> parts) {
        if (!words.isEmpty()) {
            parts.add(new Part.Words(words));
        }
    }

    /** Some letters have a case that is not found again by lower case; such a word stays as it is. */
    private String becomes(String word) {
        var term = terms.get(key(word));
        return term == null || term.translation() == null ? word : term.translation();
    }
}
