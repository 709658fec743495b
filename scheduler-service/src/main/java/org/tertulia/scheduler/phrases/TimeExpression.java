package org.tertulia.scheduler.phrases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of one time, in whatever order it was said.
 *
 * @param later how long until then, or null
 * @param days which days; several have to agree
 * @param clock which time of day, or null
 * @param part which part of the day, or null
 * @param repeats by what rule it comes again, or null
 */
record TimeExpression(
        @Nullable Later later,
        List<Day> days,
        @Nullable Clock clock,
        @Nullable PartOfDay part,
        @Nullable Repeats repeats) {

    /** The whole of some fragments; none if one of them says no time, or two say the same kind of thing. */
    static Optional<TimeExpression> of(List<Fragment> fragments) {
        var vague = !only(fragments, Fragment.Vague.class).isEmpty();
        var laters = only(fragments, Later.class);
        var clocks = only(fragments, Clock.class);
        var parts = only(fragments, Fragment.During.class);
        var repeats = only(fragments, Repeats.class);
        if (vague
                || laters.size() > 1
                || clocks.size() > 1
                || parts.size() > 1
                || repeats.size() > 1) {
            return Optional.empty();
        }
        return Optional.of(
                new TimeExpression(
                        first(laters),
                        only(fragments, Day.class),
                        first(clocks),
                        parts.isEmpty() ? null : parts.getFirst().part(),
                        first(repeats)));
    }

    private static <F extends Fragment> List<F> only(List<Fragment> fragments, Class<F> kind) {
        return fragments.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <F> @Nullable F first(List<F> found) {
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Whether nothing is said but how long until then. */
    boolean isOnlyLater() {
        return later != null && days.isEmpty() && clock == null && part == null;
    }

    /** Whether it says the hour itself, or how long until then. */
    boolean isExplicit() {
        return clock != null || later != null;
    }

    /** The minutes, from the start of a day, that may be meant; none when what is said of them does not fit together. */
    List<Integer> minutes() {
        if (clock != null) {
            return clock.minutes(part);
        }
        if (part != null) {
            return part.usual().stream().boxed().toList();
        }
        return List.of(TimePhrases.USUAL_HOUR * Clock.MINUTES_OF_AN_HOUR);
    }
}
