package org.tertulia.notification.levels;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** There is no such chat, or the caller is not in it. */
public final class ChatNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("chat-not-found", HttpStatus.NOT_FOUND, "There is no such chat");

    /** Of this chat. */
    public ChatNotFound(ChatId chat) {
        super(TYPE, "There is no chat " + chat + " that you are in.");
    }
}
