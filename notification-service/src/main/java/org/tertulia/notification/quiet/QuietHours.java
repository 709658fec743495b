package org.tertulia.notification.quiet;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * When people do not want to be disturbed. Whatever reaches out to them asks {@link #endOf} before it does, waits until then
 * and asks again; what is read by then need not be told. The inbox itself and live connections do not ask.
 */
@Component
public final class QuietHours {

    private final QuietHoursRepository plans;

    QuietHours(QuietHoursRepository plans) {
        this.plans = plans;
    }

    /**
     * When the quiet that the person has at this moment is over, always after {@code now}; empty when it is not quiet for
     * them. One look into the database, by its primary key.
     */
    public Mono<Instant> endOf(UserId person, Instant now) {
        return plans.find(person).flatMap(plan -> Mono.justOrEmpty(plan.endOf(now)));
    }

    /** What the person has chosen; {@link QuietPlan#NONE} before they have. */
    Mono<QuietPlan> read(UserId person) {
        return plans.find(person).defaultIfEmpty(QuietPlan.NONE);
    }

    /** What counts from now on. */
    Mono<QuietPlan> choose(UserId person, QuietPlan plan) {
        return plans.store(person, plan).thenReturn(plan);
    }
}
