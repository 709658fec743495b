package org.tertulia.scheduler.phrases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a language says of time.
 *
 * @param phrases its phrases, each of which means one or more fragments
 * @param numbers its words for numbers
 * @param vocabulary its words of time: beside an expression of time they may change it
 */
record Grammar(Parser<List<Fragment>> phrases, Set<String> numbers, Set<String> vocabulary) {

    private static final Grammar SPANISH =
            new Grammar(Spanish.PHRASES, SpanishWords.NUMBER_WORDS, SpanishWords.VOCABULARY);
    private static final Grammar ENGLISH =
            new Grammar(English.PHRASES, EnglishWords.NUMBER_WORDS, EnglishWords.VOCABULARY);

    /**
     * Both languages at once, as many people write; of phrases that are equally long and mean different things in them, those
     * of the language that is expected count. {@code 3/4} is one.
     */
    static Grammar of(Language expected) {
        return expected == Language.SPANISH ? SPANISH.or(ENGLISH) : ENGLISH.or(SPANISH);
    }

    private Grammar or(Grammar other) {
        return new Grammar(
                Parser.anyOf(phrases, other.phrases),
                union(numbers, other.numbers),
                union(vocabulary, other.vocabulary));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
