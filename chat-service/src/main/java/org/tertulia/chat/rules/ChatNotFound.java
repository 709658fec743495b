package org.tertulia.chat.rules;

import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** There is no such chat, or none that the person may know of: the two look the same. */
public final class ChatNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** For a chat that was asked for. */
    public ChatNotFound(ChatId chat) {
        super(ProblemTypes.NOT_FOUND, "There is no chat " + chat + " that you can see.");
    }
}
