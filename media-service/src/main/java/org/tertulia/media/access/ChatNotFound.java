package org.tertulia.media.access;

import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** There is no such chat, or none the caller may know of. */
public final class ChatNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    ChatNotFound(ChatId chat) {
        super(ProblemTypes.NOT_FOUND, "There is no chat " + chat + " that you can see.");
    }
}
