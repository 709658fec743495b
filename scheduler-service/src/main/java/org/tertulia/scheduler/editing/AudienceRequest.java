package org.tertulia.scheduler.editing;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.tertulia.scheduler.audience.Audience;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Whom to remind.
 *
 * @param kind oneself, somebody else, or the members of a chat
 * @param userId who, for somebody else
 * @param chatId which chat, for its members
 */
record AudienceRequest(
        @NotNull AudienceKind kind, @Nullable UserId userId, @Nullable ChatId chatId) {

    /** The audience that an owner asks for; they themselves are no others. Fails with validation-failed. */
    static Audience of(@Nullable AudienceRequest request, UserId owner) {
        if (request == null) {
            return new Audience.Self();
        }
        var user = request.userId();
        var chat = request.chatId();
        return switch (request.kind()) {
            case SELF -> {
                absent("audience.userId", user);
                absent("audience.chatId", chat);
                yield new Audience.Self();
            }
            case PERSON -> {
                absent("audience.chatId", chat);
                var person = present("audience.userId", user);
                yield person.equals(owner) ? new Audience.Self() : new Audience.Person(person);
            }
            case CHAT -> {
                absent("audience.userId", user);
                yield new Audience.Chat(present("audience.chatId", chat));
            }
        };
    }

    private static void absent(String field, @Nullable Object value) {
        if (value != null) {
            throw refused(field, "must not be there for an audience of this kind");
        }
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw refused(field, "must be there for an audience of this kind");
        }
        return value;
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }
}
