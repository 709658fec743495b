package org.tertulia.message.receipts;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/**
 * The chat has no receipts. Not an empty list: that would say that nobody has read anything, which is not known to
 * whoever asks.
 */
public final class ChatWithoutReceipts extends ProblemException {

    /** {@code chat-without-receipts}, 409. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "chat-without-receipts",
                    HttpStatus.CONFLICT,
                    "The chat does not tell who has read what");

    private static final long serialVersionUID = 1L;

    /** The same for every chat. */
    public ChatWithoutReceipts() {
        super(TYPE, "In this chat, members do not see how far the others have read.");
    }
}
