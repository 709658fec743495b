package org.tertulia.contracts.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The time of a reminder has come. There is one for each of its occurrences, whatever happens to the service meanwhile.
 *
 * @param reminderId the reminder
 * @param userId whom it reminds; with {@code audienceChatId}, whose reminder it is
 * @param byId whose reminder it is, when it reminds others; null when it is one's own
 * @param audienceChatId the chat whose members it reminds, those of that moment; null when it reminds one person
 * @param firingId this occurrence of it; a snoozed one is another
 * @param text what they are to be reminded of
 * @param chatId the chat of the message it is about; null when it is about none
 * @param message the seq of that message
 * @param dueAt when it was due, UTC
 * @param firedAt when it fired, UTC; later, when the service was away
 */
public record ReminderFired(
        UUID reminderId,
        UUID userId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID byId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID audienceChatId,
        UUID firingId,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID chatId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long message,
        Instant dueAt,
        Instant firedAt)
        implements ReminderEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return reminderId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return firedAt;
    }
}
