package org.tertulia.notification.alerts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/**
 * A rule by which its owner wants to be told.
 *
 * @param id which
 * @param owner whose
 * @param kind what it waits for
 * @param word the word, of the first kind only
 * @param person who, of the second kind only
 * @param chat where; null in all chats of the owner, never of the third kind
 * @param quietFor for how long nobody says anything, of the third kind only
 * @param createdAt when it was made, UTC
 */
record Alert(
        AlertId id,
        UserId owner,
        AlertKind kind,
        @Nullable String word,
        @Nullable UserId person,
        @Nullable ChatId chat,
        @Nullable Duration quietFor,
        Instant createdAt) {}
