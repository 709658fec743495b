package org.tertulia.translation.chats;

import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** What it means for a caller that another service has refused something of a chat to them. */
final class Refusals {

    private Refusals() {}

    /**
     * {@link ChatNotFound}, unauthenticated, or service-unavailable.
     *
     * @param service the other one
     * @param status what it answered
     * @param chat the chat
     */
    static ProblemException of(String service, int status, ChatId chat) {
        return switch (status) {
            case 403, 404 -> new ChatNotFound(chat);
            case 401 ->
                    new ProblemException(
                            ProblemTypes.UNAUTHENTICATED,
                            "The access token is not valid any more.");
            default ->
                    new ProblemException(
                            ProblemTypes.SERVICE_UNAVAILABLE,
                            "The %s can not answer for the moment.".formatted(service));
        };
    }
}
