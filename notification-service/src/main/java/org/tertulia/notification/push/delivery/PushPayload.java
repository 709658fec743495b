package org.tertulia.notification.push.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service worker gets, as JSON; what is null is left out.
 *
 * @param notificationId what is to be shown; absent when something is to be taken away
 * @param kind why the person is told
 * @param chatId where it happened
 * @param message the seq of the message
 * @param thread the seq of the message in whose thread that is
 * @param reminderId the reminder
 * @param by whose doing it was
 * @param title first line
 * @param body the rest
 * @param tag one notification of a tag is shown at a time
 * @param settled notifications that are to be taken away
 * @param unread notifications of the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PushPayload(
        @Nullable UUID notificationId,
        @Nullable String kind,
        @Nullable UUID chatId,
        @Nullable Long message,
        @Nullable Long thread,
        @Nullable UUID reminderId,
        @Nullable UUID by,
        @Nullable String title,
        @Nullable String body,
        @Nullable String tag,
        @Nullable List<UUID> settled,
        int unread) {

    static PushPayload settled(List<UUID> settled, int unread) {
        return new PushPayload(
                null, null, null, null, null, null, null, null, null, null, settled, unread);
    }

    static PushPayload contentFree(PushedNotification it, String tag, int unread) {
        return new PushPayload(
                it.id(), null, null, null, null, null, null, null, null, tag, null, unread);
    }

    static PushPayload of(
            PushedNotification it, String title, String body, String tag, int unread) {
        return new PushPayload(
                it.id(),
                it.kind(),
                it.chat(),
                it.message(),
                it.thread(),
                it.reminder(),
                it.by(),
                title,
                body,
                tag,
                null,
                unread);
    }
}
