package org.tertulia.translation.chats;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** There is no such chat, or the caller is not a member: which of the two is not told. */
final class ChatNotFound extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("chat-not-found", HttpStatus.NOT_FOUND, "There is no such chat");

    private static final long serialVersionUID = 1L;

    ChatNotFound(ChatId chatId) {
        super(TYPE, "There is no chat %s that you are a member of.".formatted(chatId));
    }
}
