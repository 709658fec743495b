package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.Fragment.one;
import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.digits;
import static org.tertulia.scheduler.phrases.Parser.token;
import static org.tertulia.scheduler.phrases.Parser.words;
import static org.tertulia.scheduler.phrases.SpanishWords.MONTH;
import static org.tertulia.scheduler.phrases.SpanishWords.UNIT;
import static org.tertulia.scheduler.phrases.SpanishWords.VOCABULARY;

import java.util.List;
import java.util.Optional;

/** All that is said of time in Spanish. */
final class Spanish {

    private static final int MOST = 9_999;

    /** A word or number of time, with its article. */
    private static final Parser<String> SOME_TIME =
            words("el", "la", "las", "los", "a la", "a las", "al")
                    .maybe()
                    .then(
                            anyOf(
                                    digits(0, MOST).map(_ -> ""),
                                    SpanishWords.NUMBER_WORD.map(_ -> ""),
                                    token(
                                            token -> VOCABULARY.contains(token.text()),
                                            token -> Optional.of(token.text()))));

    /** What limits or blurs a time. */
    private static final Parser<String> LIMITED =
            anyOf(
                    words(
                                    "antes de",
                                    "antes del",
                                    "despues de",
                                    "despues del",
                                    "a partir de",
                                    "a partir del",
                                    "hasta",
                                    "desde",
                                    "excepto",
                                    "salvo",
                                    "menos",
                                    "sobre",
                                    "hacia",
                                    "a eso de",
                                    "entre",
                                    "no",
                                    "tras",
                                    "cerca de",
                                    "casi",
                                    "que no sea")
                            .then(SOME_TIME),
                    words("por", "durante").then(SpanishDays.AMOUNT).map(_ -> ""));

    private static final Parser<String> UNSURE =
            anyOf(
                    words(
                            "mas tarde",
                            "en un rato",
                            "dentro de un rato",
                            "algun dia",
                            "el mes que viene",
                            "el proximo mes",
                            "este mes",
                            "el ano que viene",
                            "el proximo ano",
                            "este ano",
                            "el fin de semana",
                            "este fin de semana",
                            "el proximo fin de semana",
                            "el fin de semana que viene"),
                    words("en", "dentro de")
                            .then(
                                    words(
                                            "unos",
                                            "unas",
                                            "pocos",
                                            "pocas",
                                            "varios",
                                            "varias",
                                            "algunos",
                                            "un par de"))
                            .then(UNIT)
                            .map(_ -> ""),
                    words("en", "para").then(MONTH).map(_ -> ""));

    static final Parser<List<Fragment>> PHRASES =
            anyOf(
                    SpanishRepeats.PHRASES,
                    SpanishClock.PHRASES,
                    SpanishDays.PHRASES,
                    one(Written.ISO_DATE),
                    one(anyOf(LIMITED, UNSURE).map(_ -> new Fragment.Vague())));

    private Spanish() {}
}
