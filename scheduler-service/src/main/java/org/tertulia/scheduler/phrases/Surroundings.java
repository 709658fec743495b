package org.tertulia.scheduler.phrases;

import java.util.Set;

/**
 * The words right before and after an expression of time. If one of them could belong to it, or change it, the expression is
 * not understood: "a las 9 o a las 10", "tomorrow at 9 30", "tickets for friday".
 *
 * @param sentence whose words they are
 * @param grammar what belongs to a time
 */
record Surroundings(Sentence sentence, Grammar grammar) {

    /** A text that ends with one of these goes on with what follows. */
    private static final Set<String> GO_ON =
            set(
                    """
                    a al ante antes cada con contra de del desde despues durante e el en entre esta este excepto hacia
                    hasta la las lo los menos mi ni no o para pero por que salvo segundo si sin sobre su temprano tercer
                    todas todos tras tu u un una unos y
                    about an and around at before between but by early except first for fourth from its late my not of or
                    other our second since than that the their third this till to until with your
                    """);

    /** A time is not over where one of these follows. */
    private static final Set<String> GOES_ON =
            set(
                    """
                    alterno alternos antes aproximadamente cuando desde despues durante e excepto hasta mas menos ni no o
                    pasada pasado pero pico salvo si temprano tras u y
                    after ago alternate alternating and before beginning but early except from if late minus not or passed
                    past plus since starting till time unless until when
                    utc gmt wet west cet cest eet eest bst ist jst est edt cst cdt mst mdt pst pdt
                    / + % ± ~
                    """);

    /** Words that may stand between a time and what belongs to it. */
    private static final Set<String> BETWEEN =
            set("a al de del el la las los por que to of the at on in ( [ - – .");

    private static Set<String> set(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    /** Whether the words up to {@code index} may be a text that the time comes after. */
    boolean mayEndAt(int index) {
        if (index == 0) {
            return true;
        }
        var last = sentence.tokens().get(index - 1);
        var glued =
                index < sentence.size() && sentence.tokens().get(index).glued() && !isSign(last);
        return !glued && !GO_ON.contains(last.text()) && !isOfTime(last);
    }

    /** Whether the words from {@code index} on may be a text that comes after the time. */
    boolean mayBeginAt(int index) {
        if (index >= sentence.size()) {
            return true;
        }
        var first = sentence.tokens().get(index);
        var goesOn = GOES_ON.contains(first.text()) || sentence.has(index + 1, "time");
        if (goesOn || (first.glued() && !isSign(first))) {
            return false;
        }
        var next = index;
        while (next < sentence.size() && BETWEEN.contains(sentence.tokens().get(next).text())) {
            next++;
        }
        return next >= sentence.size() || !isOfTime(sentence.tokens().get(next));
    }

    private boolean isOfTime(Token token) {
        return token.isNumber()
                || grammar.numbers().contains(token.text())
                || grammar.vocabulary().contains(token.text());
    }

    private static boolean isSign(Token token) {
        return !token.isNumber() && !token.isWord();
    }
}
