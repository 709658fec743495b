package org.tertulia.chat.editing;

import org.jspecify.annotations.Nullable;
import org.tertulia.chat.ledger.ChatText;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Body of {@code PUT /chats/{id}}.
 *
 * @param title the title from now on; may be absent when the receipts are all that is set
 * @param description the description from now on; empty when only the title is there
 * @param receipts whether members see how far the others have read; null to leave that as it is
 */
record EditChatRequest(
        @Nullable String title, @Nullable String description, @Nullable Boolean receipts) {

    /** Fails with validation-failed for a text that can not be one, and when there is nothing to set. */
    EditChat command() {
        if (title == null && (description != null || receipts == null)) {
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED, "The request has invalid fields.")
                    .field("title", "must not be null");
        }
        return new EditChat(title == null ? null : ChatText.of(title, description), receipts);
    }
}
