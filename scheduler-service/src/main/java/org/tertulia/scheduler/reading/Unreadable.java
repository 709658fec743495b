package org.tertulia.scheduler.reading;

import org.springframework.http.HttpStatus;
import org.tertulia.scheduler.phrases.Reading;
import org.tertulia.scheduler.phrases.Refusal;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** A sentence of which it can not be said for certain when it means. */
final class Unreadable extends ProblemException {

    private static final long serialVersionUID = 1L;

    Unreadable(Reading.Refused refused) {
        super(typeOf(refused.reason()), detail(refused));
    }

    private static String detail(Reading.Refused refused) {
        return refused.about().isEmpty()
                ? "The sentence is not read as a time."
                : "The sentence is not read as a time, for: " + refused.about();
    }

    private static ProblemType typeOf(Refusal reason) {
        return switch (reason) {
            case UNKNOWN, NOTHING_TO_REMIND_OF ->
                    type("time-not-understood", "There is no time that is understood");
            case AMBIGUOUS -> type("time-ambiguous", "The time can be read in more than one way");
            case PAST -> type("time-past", "The time is past");
            case TOO_LONG -> type("sentence-too-long", "The sentence is too long");
            case TOO_FAR -> type("time-too-far", "The time is too far ahead");
            case TOO_OFTEN -> type("time-too-often", "It would recur too often");
        };
    }

    private static ProblemType type(String slug, String title) {
        return new ProblemType(slug, HttpStatus.UNPROCESSABLE_CONTENT, title);
    }
}
