package org.tertulia.notification.alerts;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.PlainText;

/**
 * Body of {@code POST /notifications/alerts}: with what its kind needs, and nothing else.
 *
 * @param kind what to wait for
 * @param word the word, or a few
 * @param userId the person
 * @param chatId where; in all of the caller's chats when absent
 * @param quietFor for how long nobody says anything, as ISO 8601 writes it
 */
record CreateAlertRequest(
        @NotNull AlertKind kind,
        @Nullable String word,
        @Nullable UserId userId,
        @Nullable ChatId chatId,
        @Nullable String quietFor) {

    static final int MAX_GRAPHEMES = 50;
    static final Duration SHORTEST = Duration.ofMinutes(10);
    static final Duration LONGEST = Duration.ofDays(30);

    /** UTF-16 units of a folded word; some characters become many. */
    private static final int MAX_FOLDED = 200;

    /** The rule that is wished. Fails with validation-failed. */
    Alert alert(AlertId id, UserId owner, Instant at) {
        refuse("word", kind != AlertKind.WORD && word != null);
        refuse("userId", kind != AlertKind.PERSON && userId != null);
        refuse("quietFor", kind != AlertKind.QUIET && quietFor != null);
        return switch (kind) {
            case WORD -> new Alert(id, owner, kind, cleanWord(), null, chatId, null, at);
            case PERSON -> new Alert(id, owner, kind, null, other(owner), chatId, null, at);
            case QUIET -> {
                if (chatId == null) {
                    throw refused("chatId", "must be there for this kind");
                }
                yield new Alert(id, owner, kind, null, null, chatId, duration(), at);
            }
        };
    }

    private static void refuse(String field, boolean isForeign) {
        if (isForeign) {
            throw refused(field, "must not be there for this kind");
        }
    }

    private String cleanWord() {
        var clean = PlainText.clean("word", word, 1, MAX_GRAPHEMES).replaceAll("\\s+", " ");
        var folded = FoldedText.of(clean);
        if (folded.rarestKey().isEmpty() || folded.text().length() > MAX_FOLDED) {
            throw refused("word", "must have letters or digits, and not too many");
        }
        return clean;
    }

    private UserId other(UserId owner) {
        if (userId == null || userId.equals(owner)) {
            throw refused("userId", "must be somebody else");
        }
        return userId;
    }

    private Duration duration() {
        var time = quietFor == null ? null : parsed(quietFor);
        if (time == null
                || time.compareTo(SHORTEST) < 0
                || time.compareTo(LONGEST) > 0
                || time.getNano() != 0) {
            throw refused(
                    "quietFor",
                    "must be a duration such as PT24H, of whole seconds, from %s to %s"
                            .formatted(SHORTEST, LONGEST));
        }
        return time;
    }

    private static @Nullable Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }
}
