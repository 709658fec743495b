package org.tertulia.scheduler.audience;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The owner of a reminder may not remind these. Whether there is such a person or chat is not told. */
public final class AudienceRefused extends ProblemException {

    /** {@code reminder-audience-refused}, 403. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "reminder-audience-refused",
                    HttpStatus.FORBIDDEN,
                    "You may not remind these people");

    private static final long serialVersionUID = 1L;

    AudienceRefused(Audience audience) {
        super(TYPE, detail(audience));
    }

    private static String detail(Audience audience) {
        return audience instanceof Audience.Chat
                ? "You can remind a chat that you are a member of, and where you may call everybody."
                : "You can remind somebody who is in a chat with you.";
    }
}
