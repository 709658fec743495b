package org.tertulia.chat.editing;

import org.jspecify.annotations.Nullable;
import org.tertulia.chat.ledger.Chat;
import org.tertulia.chat.ledger.ChatText;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * What is to be another way in a chat; at least one of the two.
 *
 * @param text title and description; null to leave them as they are
 * @param receipts whether members see how far the others have read; null to leave that as it is
 */
record EditChat(@Nullable ChatText text, @Nullable Boolean receipts) {

    /** What one must be allowed to do for it, besides {@link #alsoNeeds}. */
    ChatAction needs() {
        return text == null ? ChatAction.SET_RECEIPTS : ChatAction.EDIT;
    }

    /** The other thing one must be allowed to do for it; the same when there is but one. */
    ChatAction alsoNeeds() {
        return receipts == null ? needs() : ChatAction.SET_RECEIPTS;
    }

    /** Whether {@code chat} is so already. */
    boolean isTrueOf(Chat chat) {
        return (text == null
                        || (text.title().equals(chat.title())
                                && text.description().equals(chat.description())))
                && (receipts == null || receipts == chat.receipts());
    }

    /** The next version of {@code chat}. Fails with validation-failed for receipts in a public chat. */
    Chat appliedTo(Chat chat) {
        if (Boolean.TRUE.equals(receipts) && !chat.kind().allowsReceipts()) {
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED,
                            "In a public chat nobody sees how far others have read.")
                    .field("receipts", "must be false in a public chat");
        }
        return chat.edited(
                text == null ? chat.title() : text.title(),
                text == null ? chat.description() : text.description(),
                receipts == null ? chat.receipts() : receipts);
    }
}
