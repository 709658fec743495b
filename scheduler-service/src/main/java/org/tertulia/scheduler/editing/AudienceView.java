package org.tertulia.scheduler.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.tertulia.scheduler.audience.Audience;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/**
 * Whom a reminder reminds. What is null is left out.
 *
 * @param kind its owner, somebody else, or the members of a chat
 * @param userId who, when it is somebody else
 * @param chatId which chat, when it is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AudienceView(AudienceKind kind, @Nullable UserId userId, @Nullable ChatId chatId) {

    static AudienceView of(Audience audience) {
        return switch (audience) {
            case Audience.Self _ -> new AudienceView(AudienceKind.SELF, null, null);
            case Audience.Person(var user) -> new AudienceView(AudienceKind.PERSON, user, null);
            case Audience.Chat(var chat) -> new AudienceView(AudienceKind.CHAT, null, chat);
        };
    }
}
