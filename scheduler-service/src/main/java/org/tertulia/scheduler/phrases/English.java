package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.EnglishWords.MONTH;
import static org.tertulia.scheduler.phrases.EnglishWords.UNIT;
import static org.tertulia.scheduler.phrases.EnglishWords.VOCABULARY;
import static org.tertulia.scheduler.phrases.EnglishWords.WEEKDAY_OR_SHORT;
import static org.tertulia.scheduler.phrases.Fragment.one;
import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.digits;
import static org.tertulia.scheduler.phrases.Parser.token;
import static org.tertulia.scheduler.phrases.Parser.words;

import java.util.List;
import java.util.Optional;

/** All that is said of time in English. */
final class English {

    private static final int MOST = 9_999;

    /** A word or number of time, with what comes before it. */
    private static final Parser<String> SOME_TIME =
            words("the", "on", "on the", "at", "in", "in the")
                    .maybe()
                    .then(
                            anyOf(
                                    digits(0, MOST).map(_ -> ""),
                                    EnglishWords.NUMBER_WORD.map(_ -> ""),
                                    token(
                                            token -> VOCABULARY.contains(token.text()),
                                            token -> Optional.of(token.text()))));

    /** What limits or blurs a time. */
    private static final Parser<String> LIMITED =
            anyOf(
                    words(
                                    "before",
                                    "after",
                                    "until",
                                    "till",
                                    "by",
                                    "since",
                                    "from",
                                    "between",
                                    "around",
                                    "about",
                                    "at about",
                                    "at around",
                                    "approximately",
                                    "roughly",
                                    "almost",
                                    "nearly",
                                    "except",
                                    "starting",
                                    "beginning",
                                    "not",
                                    "but not",
                                    "no later than",
                                    "as of")
                            .then(SOME_TIME),
                    words("for").then(EnglishDays.AMOUNT).map(_ -> ""));

    private static final Parser<String> UNSURE =
            anyOf(
                    words(
                            "later",
                            "later today",
                            "in a while",
                            "in a bit",
                            "in a moment",
                            "some day",
                            "someday",
                            "sometime",
                            "this month",
                            "next month",
                            "this year",
                            "next year",
                            "this weekend",
                            "next weekend",
                            "the weekend",
                            "at the weekend",
                            "on the weekend"),
                    words("in")
                            .then(words("a few", "several", "some", "a couple of", "a couple"))
                            .then(UNIT)
                            .map(_ -> ""),
                    // Every other one, or the second one of each month.
                    words("every second").then(WEEKDAY_OR_SHORT).map(_ -> ""),
                    words("in", "by", "next", "this").then(MONTH).map(_ -> ""));

    static final Parser<List<Fragment>> PHRASES =
            anyOf(
                    EnglishRepeats.PHRASES,
                    EnglishClock.PHRASES,
                    EnglishDays.PHRASES,
                    one(Written.ISO_DATE),
                    one(anyOf(LIMITED, UNSURE).map(_ -> new Fragment.Vague())));

    private English() {}
}
