package org.tertulia.notification.push.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told, with the names that it is told by.
 *
 * @param id which notification
 * @param kind why they are told, as it is published
 * @param chat where it happened
 * @param message the seq of the message
 * @param thread the seq of the message in whose thread that is
 * @param reminder the reminder
 * @param by whose doing it was
 * @param author what they are called; null when that is not known
 * @param chatTitle what the chat is called; null when it is a private one, or that is not known
 * @param excerpt the beginning of what was said
 * @param count how much it stands for
 */
record PushedNotification(
        UUID id,
        String kind,
        @Nullable UUID chat,
        @Nullable Long message,
        @Nullable Long thread,
        @Nullable UUID reminder,
        @Nullable UUID by,
        @Nullable String author,
        @Nullable String chatTitle,
        String excerpt,
        int count) {}
