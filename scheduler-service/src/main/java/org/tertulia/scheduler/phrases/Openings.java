package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.words;

/** The words around a time and a text that are neither: "recuérdame que …", "remind me to …", "…, please". */
final class Openings {

    private static final Parser<String> OPENING =
            words("please", "hey", "oye", "por favor", "por favor ,", "please ,")
                    .maybe()
                    .then(
                            words(
                                    "remind me",
                                    "/ remind",
                                    "/ remind me",
                                    "reminder",
                                    "set a reminder",
                                    "recuerdame",
                                    "recordarme",
                                    "avisame",
                                    "/ recuerda",
                                    "/ recuerdame",
                                    "/ recordar",
                                    "/ recordatorio",
                                    "recordatorio",
                                    "pon un recordatorio",
                                    "ponme un recordatorio",
                                    "crea un recordatorio"));

    private static final Parser<String> SIGN = words(",", ":", ";", "-", "–", "—", ".");
    private static final Parser<String> AFTER_OPENING =
            anyOf(words("to", "that", "about", "of", "for", "que", "de", "para"), SIGN);
    private static final Parser<String> WITHOUT_OPENING = words("to", "that", "que");
    private static final Parser<String> AFTER_TIME =
            anyOf(words("to", "that", "que", "de", "para"), SIGN);
    private static final Parser<String> ENDING =
            anyOf(words("please", "por favor"), SIGN, words("!", "?"));

    private Openings() {}

    /** The first token that says when or what, after the words that only say that it is to be a reminder. */
    static int start(Sentence sentence) {
        return OPENING.at(sentence, 0)
                .map(opening -> skip(AFTER_OPENING, sentence, opening.end()))
                .orElseGet(() -> skip(WITHOUT_OPENING, sentence, 0));
    }

    /** The token after the words that join a time to the text that follows; the same one if there are none. */
    static int textAfter(Sentence sentence, int from) {
        return skip(AFTER_TIME, sentence, from);
    }

    /** The token after the last one of a text that ends where the time begins. */
    static int textBefore(Sentence sentence, int time) {
        var end = time;
        while (end > 0 && SIGN.at(sentence, end - 1).isPresent()) {
            end--;
        }
        return end;
    }

    /** Whether nothing but politeness and full stops is left. */
    static boolean isOver(Sentence sentence, int from) {
        return skip(ENDING, sentence, from) == sentence.size();
    }

    private static int skip(Parser<String> parser, Sentence sentence, int from) {
        var at = from;
        var found = parser.at(sentence, at);
        while (found.isPresent()) {
            at = found.get().end();
            found = parser.at(sentence, at);
        }
        return at;
    }
}
