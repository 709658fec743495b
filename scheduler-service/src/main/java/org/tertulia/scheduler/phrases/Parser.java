package org.tertulia.scheduler.phrases;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Understands some words in the middle of a sentence, or does not. Parsers are put together from smaller ones, and read as
 * the phrases do: {@code words("dentro de", "en").then(AMOUNT)}.
 *
 * <p>Of alternatives the longest wins, and of equally long ones the first; what has been understood is not gone back into.
 * No parser refers to itself, so each looks at a bounded number of tokens, and a sentence is read in a time that grows with
 * its length.
 */
@FunctionalInterface
interface Parser<T> {

    /** What the words from that token on mean. */
    Optional<Parsed<T>> at(Sentence sentence, int from);

    /** The longest of some phrases; each is tokens with a space between them. */
    static Parser<String> words(String... phrases) {
        var byFirstWord =
                Arrays.stream(phrases)
                        .map(phrase -> List.of(phrase.split(" ")))
                        .collect(Collectors.groupingBy(List::getFirst));
        return (sentence, from) ->
                from >= sentence.size()
                        ? Optional.empty()
                        : byFirstWord
                                .getOrDefault(sentence.tokens().get(from).text(), List.of())
                                .stream()
                                .filter(phrase -> isAt(sentence, from, phrase))
                                .max(Comparator.comparingInt(List::size))
                                .map(found -> parsed(found, from));
    }

    private static boolean isAt(Sentence sentence, int from, List<String> phrase) {
        return IntStream.range(0, phrase.size())
                .allMatch(index -> sentence.has(from + index, phrase.get(index)));
    }

    private static Parsed<String> parsed(List<String> phrase, int from) {
        return new Parsed<>(String.join(" ", phrase), from + phrase.size());
    }

    /** A word that stands for something. */
    static <T> Parser<T> word(Map<String, T> meanings) {
        return token(token -> true, token -> Optional.ofNullable(meanings.get(token.text())));
    }

    /** A number in digits. */
    static Parser<Integer> digits(int least, int most) {
        return token(Token::isNumber, token -> Optional.of(token.number()))
                .when(number -> number >= least && number <= most);
    }

    /** A token that has to be so, and means something. */
    static <T> Parser<T> token(Predicate<Token> kind, Function<Token, Optional<T>> meaning) {
        return (sentence, from) ->
                from < sentence.size() && kind.test(sentence.tokens().get(from))
                        ? meaning.apply(sentence.tokens().get(from))
                                .map(value -> new Parsed<>(value, from + 1))
                        : Optional.empty();
    }

    /** The longest of these. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    static <T> Parser<T> anyOf(Parser<? extends T>... parsers) {
        return longest(List.of(parsers));
    }

    /** The longest of these; the first of those that are equally long. */
    static <T> Parser<T> longest(List<? extends Parser<? extends T>> parsers) {
        return (sentence, from) -> {
            Optional<Parsed<T>> longest = Optional.empty();
            for (var parser : parsers) {
                var found = parser.at(sentence, from);
                if (found.isPresent()
                        && (longest.isEmpty() || found.get().end() > longest.get().end())) {
                    longest = Optional.of(new Parsed<>(found.get().value(), found.get().end()));
                }
            }
            return longest;
        };
    }

    /** This and then that. */
    default <U, R> Parser<R> and(Parser<U> next, BiFunction<T, U, R> both) {
        return (sentence, from) ->
                at(sentence, from)
                        .flatMap(
                                first ->
                                        next.at(sentence, first.end())
                                                .map(
                                                        second ->
                                                                new Parsed<>(
                                                                        both.apply(
                                                                                first.value(),
                                                                                second.value()),
                                                                        second.end())));
    }

    /** This and then that, of which only that matters. */
    default <U> Parser<U> then(Parser<U> next) {
        return and(next, (_, second) -> second);
    }

    /** This and then that, of which only this matters. */
    default Parser<T> before(Parser<?> next) {
        return and(next, (first, _) -> first);
    }

    /** What it means. */
    default <R> Parser<R> map(Function<T, R> meaning) {
        return (sentence, from) ->
                at(sentence, from)
                        .map(found -> new Parsed<>(meaning.apply(found.value()), found.end()));
    }

    /** What it means, if it means something. */
    default <R> Parser<R> flatMap(Function<T, Optional<R>> meaning) {
        return (sentence, from) ->
                at(sentence, from)
                        .flatMap(
                                found ->
                                        meaning.apply(found.value())
                                                .map(value -> new Parsed<>(value, found.end())));
    }

    /** Only if it is so. */
    default Parser<T> when(Predicate<T> condition) {
        return flatMap(value -> Optional.of(value).filter(condition));
    }

    /** Only if nothing stands between it and what is before it. */
    default Parser<T> glued() {
        return (sentence, from) ->
                from < sentence.size() && sentence.tokens().get(from).glued()
                        ? at(sentence, from)
                        : Optional.empty();
    }

    /** This, or nothing, which means {@code otherwise}. */
    default Parser<T> or(T otherwise) {
        return (sentence, from) ->
                Optional.of(at(sentence, from).orElseGet(() -> new Parsed<>(otherwise, from)));
    }

    /** This or nothing, where it does not matter which. */
    default Parser<String> maybe() {
        return map(_ -> "").or("");
    }

    /** This once, and as often again as it comes after {@code separator}, but no more than {@code most} times. */
    default Parser<T> repeated(Parser<?> separator, BiFunction<T, T, T> both, int most) {
        return (sentence, from) -> {
            var found = at(sentence, from);
            for (var i = 1; i < most && found.isPresent(); i++) {
                var soFar = found.get();
                var more = separator.then(this).at(sentence, soFar.end());
                if (more.isEmpty()) {
                    break;
                }
                found =
                        more.map(
                                next ->
                                        new Parsed<>(
                                                both.apply(soFar.value(), next.value()),
                                                next.end()));
            }
            return found;
        };
    }
}
