package org.tertulia.notification.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/**
 * A rule as its owner sees it; what is null is left out.
 *
 * @param alertId which
 * @param kind what it waits for
 * @param word the word
 * @param userId the person
 * @param chatId where; null in all chats of the owner
 * @param quietFor for how long nobody says anything, as ISO 8601 writes it
 * @param createdAt when it was made, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
        AlertId alertId,
        AlertKind kind,
        @Nullable String word,
        @Nullable UserId userId,
        @Nullable ChatId chatId,
        @Nullable String quietFor,
        Instant createdAt) {

    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.kind(),
                alert.word(),
                alert.person(),
                alert.chat(),
                alert.quietFor() == null ? null : Objects.toString(alert.quietFor()),
                alert.createdAt());
    }
}
