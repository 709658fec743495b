package org.tertulia.message.changing;

import org.jspecify.annotations.Nullable;

/**
 * What the database made of a change.
 *
 * @param kind whether it was done, or why not
 * @param seq the log entry it became, if it became one
 * @param version the message's version after an edit, or after a refused one
 */
record ChangeOutcome(Kind kind, @Nullable Long seq, @Nullable Integer version) {

    /** Whether it was done, or why not. */
    enum Kind {
        /** It is in the log now. */
        CHANGED,
        /** It was so already. */
        UNCHANGED,
        /** As far as is known here, there is no such chat, or the caller is not a member. */
        NOT_A_MEMBER,
        /** The chat has no message of that seq. */
        UNKNOWN_MESSAGE,
        /** The message was deleted. */
        GONE,
        /** The caller may not do this to this message. */
        NOT_ALLOWED,
        /** The chat has no emoji of this name. */
        UNKNOWN_EMOJI,
        /** It would have neither a text nor attachments. */
        NEEDS_TEXT,
        /** The message has another version than the one to be replaced. */
        OTHER_VERSION,
        /** There are as many of these as there may be. */
        TOO_MANY
    }
}
