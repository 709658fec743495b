package org.tertulia.scheduler.phrases;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells the time of a sentence from the text that it is to remind of.
 *
 * @param sentence the sentence
 * @param grammar by which it is read
 */
record Separation(Sentence sentence, Grammar grammar) {

    private static final Set<String> OPENING_QUOTES = Set.of("\"", "“", "«", "„");
    private static final Set<String> CLOSING_QUOTES = Set.of("\"", "”", "»", "“");
    private static final Set<String> LISTING = Set.of("and", "or", "y", "o", "e", "u", ",", ";");

    /** What was found: both parts, or why not. */
    sealed interface Found {
        Reading read(Moments moments, boolean needsText);
    }

    /** Both parts. */
    private record Parts(Run time, String words, String text) implements Found {
        @Override
        public Reading read(Moments moments, boolean needsText) {
            if (needsText && text.isEmpty()) {
                return new Reading.Refused(Refusal.NOTHING_TO_REMIND_OF, words);
            }
            if (!needsText && !text.isEmpty()) {
                return new Reading.Refused(Refusal.UNKNOWN, text);
            }
            if (needsText && time.isBare()) {
                return new Reading.Refused(Refusal.AMBIGUOUS, words);
            }
            var reading =
                    TimeExpression.of(time.fragments())
                            .map(expression -> moments.read(expression, text))
                            .orElseGet(() -> new Reading.Refused(Refusal.AMBIGUOUS, words));
            return reading instanceof Reading.Refused(var reason, _)
                    ? new Reading.Refused(reason, words)
                    : reading;
        }
    }

    /** Not both. */
    private record Neither(Refusal reason, String about) implements Found {
        @Override
        public Reading read(Moments moments, boolean needsText) {
            return new Reading.Refused(reason, about);
        }
    }

    Found find() {
        var start = Openings.start(sentence);
        var open = indexOf(OPENING_QUOTES, start);
        var close = lastIndexOf(CLOSING_QUOTES);
        return open >= 0 && close > open ? beside(start, open, close) : plain(start);
    }

    /** A quoted text is one whatever is in it; all that is beside it has to be the time. */
    private Found beside(int start, int open, int close) {
        var textFirst = open == start;
        var from = textFirst ? Openings.textAfter(sentence, close + 1) : start;
        var to = textFirst ? sentence.size() : open;
        var runs = Run.in(sentence, grammar, from, to);
        var isAll =
                runs.size() == 1
                        && runs.getFirst().from() == from
                        && (textFirst
                                ? Openings.isOver(sentence, runs.getFirst().to())
                                : Openings.textAfter(sentence, runs.getFirst().to()) == open
                                        && Openings.isOver(sentence, close + 1));
        return isAll
                ? new Parts(runs.getFirst(), words(runs.getFirst()), sentence.text(open + 1, close))
                : new Neither(Refusal.UNKNOWN, sentence.text(from, to));
    }

    private Found plain(int start) {
        var runs = Run.in(sentence, grammar, start, sentence.size());
        if (runs.isEmpty()) {
            return new Neither(Refusal.UNKNOWN, "");
        }
        if (runs.getFirst().from() == start) {
            return timeFirst(runs);
        }
        return runs.size() > 1
                ? new Neither(Refusal.AMBIGUOUS, words(runs.getFirst()))
                : timeLast(start, runs.getFirst());
    }

    private Found timeFirst(List<Run> runs) {
        var time = runs.getFirst();
        var text =
                Openings.isOver(sentence, time.to())
                        ? sentence.size()
                        : Openings.textAfter(sentence, time.to());
        if (runs.size() > 1 && !(isFenced(time, text) && areOfTheText(runs))) {
            return new Neither(Refusal.AMBIGUOUS, words(runs.get(1)));
        }
        var around = new Surroundings(sentence, grammar);
        return around.mayBeginAt(time.to()) && around.mayBeginAt(text)
                ? new Parts(time, words(time), sentence.text(text, sentence.size()))
                : new Neither(
                        Refusal.UNKNOWN, sentence.text(time.to(), Math.max(text, time.to()) + 1));
    }

    private Found timeLast(int start, Run time) {
        if (!Openings.isOver(sentence, time.to())) {
            return new Neither(Refusal.UNKNOWN, words(time));
        }
        return new Surroundings(sentence, grammar).mayEndAt(time.from())
                ? new Parts(
                        time,
                        words(time),
                        sentence.text(start, Openings.textBefore(sentence, time.from())))
                : new Neither(Refusal.UNKNOWN, sentence.text(time.from() - 1, time.to()));
    }

    /** After "at nine to …" the time is over, if it has its hour and is one time. */
    private boolean isFenced(Run time, int text) {
        var saysWhatFollows =
                sentence.tokens().subList(time.to(), text).stream()
                        .anyMatch(token -> token.isWord() || token.text().equals(":"));
        return saysWhatFollows
                && TimeExpression.of(time.fragments())
                        .filter(said -> said.isExplicit() && said.repeats() == null)
                        .isPresent();
    }

    /** Whether none of the others is one more time to be reminded at. */
    private boolean areOfTheText(List<Run> runs) {
        return runs.stream()
                .skip(1)
                .noneMatch(run -> LISTING.contains(sentence.tokens().get(run.from() - 1).text()));
    }

    private String words(Run run) {
        return sentence.text(run.from(), run.to());
    }

    private int indexOf(Set<String> signs, int from) {
        return IntStream.range(from, sentence.size())
                .filter(index -> isOneOf(signs, index))
                .findFirst()
                .orElse(-1);
    }

    private int lastIndexOf(Set<String> signs) {
        return IntStream.range(0, sentence.size())
                .filter(index -> isOneOf(signs, index))
                .max()
                .orElse(-1);
    }

    private boolean isOneOf(Set<String> signs, int index) {
        return signs.contains(sentence.tokens().get(index).text());
    }
}
