package org.tertulia.translation.engine.apertium;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tertulia.translation.engine.Part;

/**
 * Takes back the capital letters that the programs put where a sentence begins and the writer did not, and those that they
 * put on its second word when they do not know its first one.
 */
final class Capitals {

    /** A word, or what ends a sentence, so that a capital letter may follow. */
    private static final Pattern WORD_OR_END =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]++|[.!?¡¿:…]++");

    /** Words that English writes with a capital letter wherever they stand; no other language here has them. */
    private static final Set<String> ENGLISH =
            Stream.of(
                            Stream.of("I"),
                            Arrays.stream(DayOfWeek.values())
                                    .map(it -> it.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                            Arrays.stream(Month.values())
                                    .map(it -> it.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                            Arrays.stream(Locale.getISOLanguages())
                                    .map(it -> Locale.of(it).getDisplayLanguage(Locale.ENGLISH)))
                    .flatMap(it -> it)
                    .collect(Collectors.toUnmodifiableSet());

    private final boolean beginsSmall;
    private final boolean goesOnSmall;
    private boolean atBegin = true;
    private boolean afterEnd;

    private Capitals(boolean beginsSmall, boolean goesOnSmall) {
        this.beginsSmall = beginsSmall;
        this.goesOnSmall = goesOnSmall;
    }

    /** The translation of a line, with capital letters where the line has them. */
    static List<Part> like(List<Part> source, List<Part> translated) {
        var rules = rulesOf(source);
        var tidy = new ArrayList<Part>();
        for (var part : translated) {
            tidy.add(
                    part instanceof Part.Words(var words)
                            ? new Part.Words(rules.applied(words))
                            : part);
        }
        return tidy;
    }

    private static Capitals rulesOf(List<Part> line) {
        var first = true;
        var afterEnd = false;
        var beginsSmall = false;
        var goesOnSmall = true;
        for (var part : line) {
            var words = WORD_OR_END.matcher(part instanceof Part.Words(var text) ? text : "");
            while (words.find()) {
                if (!isWord(words)) {
                    afterEnd = true;
                    continue;
                }
                if (first) {
                    beginsSmall = Character.isLowerCase(words.group().codePointAt(0));
                } else if (!afterEnd) {
                    goesOnSmall &= !isCapitalized(words.group());
                }
                first = false;
                afterEnd = false;
            }
        }
        return new Capitals(beginsSmall, goesOnSmall);
    }

    private String applied(String words) {
        return WORD_OR_END.matcher(words).replaceAll(it -> Matcher.quoteReplacement(next(it)));
    }

    private String next(MatchResult found) {
        var word = found.group();
        if (!isWord(found)) {
            afterEnd = true;
            return word;
        }
        var small = atBegin ? beginsSmall : goesOnSmall && !afterEnd;
        atBegin = false;
        afterEnd = false;
        return small && isCapitalized(word) ? small(word) : word;
    }

    private static boolean isWord(MatchResult found) {
        return Character.isLetterOrDigit(found.group().codePointAt(0));
    }

    /** Abbreviations, which are all capital letters, are not, nor is what always is. */
    private static boolean isCapitalized(String word) {
        var first = word.codePointAt(0);
        var rest = word.substring(Character.charCount(first));
        return Character.isUpperCase(first)
                && rest.equals(rest.toLowerCase(Locale.ROOT))
                && !ENGLISH.contains(word);
    }

    private static String small(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT)
                + word.substring(word.offsetByCodePoints(0, 1));
    }
}
