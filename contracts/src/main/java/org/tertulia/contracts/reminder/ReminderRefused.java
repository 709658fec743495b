package org.tertulia.contracts.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * The time of a reminder for others came, and its owner may not remind them any more: they do not share a chat, or may not
 * call everybody in it. Nobody was reminded, and the reminder is over.
 *
 * @param reminderId the reminder
 * @param userId whose it was
 * @param text what it said
 * @param dueAt when it was due, UTC
 * @param refusedAt when that came out, UTC
 */
public record ReminderRefused(
        UUID reminderId, UUID userId, String text, Instant dueAt, Instant refusedAt)
        implements ReminderEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return reminderId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return refusedAt;
    }
}
