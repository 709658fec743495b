package org.tertulia.message.posting;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The sender has used the client message id in this chat for something else. */
public final class ClientMessageIdReused extends ProblemException {

    /** {@code client-message-id-reused}, 409. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "client-message-id-reused",
                    HttpStatus.CONFLICT,
                    "The client message id belongs to another message");

    private static final long serialVersionUID = 1L;

    ClientMessageIdReused(UUID clientMessageId) {
        super(
                TYPE,
                "The client message id %s was used for something else.".formatted(clientMessageId));
    }
}
