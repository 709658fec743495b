package org.tertulia.chat.rules;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** A private chat has neither title nor roles, and its two members are fixed. */
public final class ChatNotEditable extends ProblemException {

    /** 409 {@code chat-not-editable}. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "chat-not-editable", HttpStatus.CONFLICT, "Private chats can not be changed");

    private static final long serialVersionUID = 1L;

    /** The same for every private chat. */
    public ChatNotEditable() {
        super(
                TYPE,
                "A private chat has no title and no roles, and its two members stay. Its receipts can be"
                        + " set, and it can be deleted.");
    }
}
