package org.tertulia.chat.rules;

/** What {@link ChatRules} say to an action. */
public enum Verdict {
    /** It may be done. */
    ALLOWED,
    /** The person may not even know of the chat: 404. */
    HIDDEN,
    /** The person's role does not suffice: 403. */
    FORBIDDEN,
    /** Nobody may do that with a chat of this kind: 409. */
    NOT_FOR_KIND
}
