package org.tertulia.notification.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/**
 * What a person is to be told.
 *
 * @param kind why
 * @param cause what makes it the same one when it comes again; a person is told of it once
 * @param place where it leads to
 * @param seq orders those of one burst
 * @param by whose doing it was; null for a reminder of one's own and a message that was not posted
 * @param excerpt the beginning of what was said
 * @param at when, UTC
 */
public record Telling(
        NotificationKind kind,
        String cause,
        Place place,
        long seq,
        @Nullable UserId by,
        String excerpt,
        Instant at) {

    /**
     * Where a notification leads to.
     *
     * @param chat the chat
     * @param message the seq of the message
     * @param thread the seq of the message in whose thread that is; null in the main conversation
     * @param reminder the reminder
     * @param alert the alert
     */
    public record Place(
            @Nullable ChatId chat,
            @Nullable Long message,
            @Nullable Long thread,
            @Nullable UUID reminder,
            @Nullable AlertId alert) {

        /** Of what no alert waits for. */
        public Place(
                @Nullable ChatId chat,
                @Nullable Long message,
                @Nullable Long thread,
                @Nullable UUID reminder) {
            this(chat, message, thread, reminder, null);
        }
    }

    /**
     * What is one notification as long as it is unread: what is said in one place, when people are told of all of it; the
     * reactions to one message; the firings of one reminder; what one alert waits for, in one place. Everything else is one of
     * its own.
     */
    String burst() {
        return switch (kind) {
            case MESSAGE ->
                    "message/%s/%s"
                            .formatted(place.chat(), place.thread() == null ? 0 : place.thread());
            case REACTION -> "reaction/%s/%s".formatted(place.chat(), place.message());
            case REMINDER -> "reminder/%s".formatted(place.reminder());
            case ALERT ->
                    "alert/%s/%s/%s"
                            .formatted(
                                    place.alert(),
                                    place.chat(),
                                    place.thread() == null ? 0 : place.thread());
            case MENTION, REPLY, INVITATION, REMINDER_REFUSED, SCHEDULED_MESSAGE -> cause;
        };
    }

    /**
     * Whether it goes when the message or the chat does. A reminder is told of whatever becomes of its message, and of a
     * message that was not posted people are told because the chat is gone, or they are.
     */
    boolean belongsToChat() {
        return switch (kind) {
            case REMINDER, REMINDER_REFUSED, SCHEDULED_MESSAGE -> false;
            case MENTION, REPLY, MESSAGE, REACTION, INVITATION, ALERT -> true;
        };
    }
}
