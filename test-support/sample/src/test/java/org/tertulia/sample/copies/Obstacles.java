package org.tertulia.sample.copies;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/** What can get in the way of handling an event: its text says so. */
@Component
public class Obstacles {

    /** A text that can never be handled. */
    public static final String POISON = "poison";

    /** A text that can be handled once what it needs is back. */
    public static final String NEEDS_HELP = "needs-help";

    /** A text that is refused once, before it needs help; the refusal is of the class of what tells that help is away. */
    public static final String REFUSED_AT_FIRST = NEEDS_HELP + " though refused at first";

    /** A text that is not for the handler, and should not get to it. */
    public static final String ASIDE = "aside";

    private final List<String> tries = new CopyOnWriteArrayList<>();
    private final AtomicInteger away = new AtomicInteger();

    Mono<Void> pass(String text) {
        return Mono.defer(
                () -> {
                    tries.add(text);
                    var fault = fault(text);
                    return fault == null ? Mono.empty() : Mono.error(fault);
                });
    }

    private @Nullable Throwable fault(String text) {
        if (text.startsWith(POISON)) {
            return new IllegalStateException("cannot digest " + text);
        }
        if (text.startsWith(REFUSED_AT_FIRST) && triesOf(text) == 1) {
            return new ProblemException(ProblemTypes.CONFLICT, "Not now.");
        }
        if (text.startsWith(NEEDS_HELP) && away.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return new ProblemException(ProblemTypes.SERVICE_UNAVAILABLE, "The helper is away.");
        }
        return null;
    }

    /** Makes the next tries find the helper away. */
    public void helperIsAwayFor(int tries) {
        away.set(tries);
    }

    /** How often this text was tried. */
    public long triesOf(String text) {
        return tries.stream().filter(text::equals).count();
    }
}
