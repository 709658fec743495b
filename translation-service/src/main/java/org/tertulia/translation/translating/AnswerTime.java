package org.tertulia.translation.translating;

import java.time.Duration;

/** How long somebody who asks may be kept waiting. */
public final class AnswerTime {

    /** Below the gateway's deadline for an answer, with room for the way. */
    public static final Duration LIMIT = Duration.ofMillis(2_200);

    private AnswerTime() {}
}
