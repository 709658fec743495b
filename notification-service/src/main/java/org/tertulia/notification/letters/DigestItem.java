package org.tertulia.notification.letters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.starter.id.ChatId;

/**
 * A notification as a digest tells of it.
 *
 * @param kind why it was told
 * @param chat where it happened
 * @param chatName how that is called; null when it is not known or has no name
 * @param message the seq of the message it is about
 * @param thread the seq of the message in whose thread that is
 * @param by the name of whose doing it was; null when it is not known
 * @param excerpt the beginning of what was said; may be empty
 * @param count how much it stands for
 * @param at when, of the newest
 */
public record DigestItem(
        NotificationKind kind,
        @Nullable ChatId chat,
        @Nullable String chatName,
        @Nullable Long message,
        @Nullable Long thread,
        @Nullable String by,
        String excerpt,
        int count,
        Instant at) {}
