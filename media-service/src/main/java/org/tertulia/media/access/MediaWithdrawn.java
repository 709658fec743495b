package org.tertulia.media.access;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The caller could read a message that has the file, and was removed from its chat. */
public final class MediaWithdrawn extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "media-withdrawn",
                    HttpStatus.FORBIDDEN,
                    "The file is of a chat that you were removed from");

    MediaWithdrawn(MediaId id) {
        super(TYPE, "You are not in the chat of the file " + id + " any more.");
    }

    MediaWithdrawn(ChatId chat) {
        super(TYPE, "You are not in the chat " + chat + " any more.");
    }
}
