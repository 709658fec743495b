package org.tertulia.contracts.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A reminder that had fired has been seen to: completed, snoozed or deleted. Whoever still shows the firing takes it away.
 *
 * @param reminderId the reminder
 * @param userId whom it reminds
 * @param firingId the occurrence that was told last
 * @param settledAt when, UTC
 */
public record ReminderSettled(UUID reminderId, UUID userId, UUID firingId, Instant settledAt)
        implements ReminderEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return reminderId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return settledAt;
    }
}
