package org.tertulia.scheduler.phrases;

import java.util.List;

/** A piece of an expression of time that means something by itself. */
sealed interface Fragment
        permits Later, Day, Clock, Fragment.During, Repeats, Fragment.Vague, Fragment.Bare {

    /** A part of the day, which says which of two hours is meant, or stands for its usual time. */
    record During(PartOfDay part) implements Fragment {}

    /** It is about time, but does not say which one: next month, before nine, for two weeks. */
    record Vague() implements Fragment {}

    /** Said of what came with it: alone it might be no time at all, as {@code 3/4} and {@code 15h}. */
    record Bare() implements Fragment {}

    /** A parser of one fragment, as one of several. */
    static Parser<List<Fragment>> one(Parser<? extends Fragment> parser) {
        return (sentence, from) ->
                parser.at(sentence, from)
                        .map(found -> new Parsed<>(List.of(found.value()), found.end()));
    }

    /** A parser of one fragment that needs others beside it. */
    static Parser<List<Fragment>> bare(Parser<? extends Fragment> parser) {
        return (sentence, from) ->
                parser.at(sentence, from)
                        .map(
                                found ->
                                        new Parsed<>(
                                                List.of(found.value(), new Bare()), found.end()));
    }
}
