package org.tertulia.chat.rules;

/** What somebody may want to do with a chat. */
public enum ChatAction {
    /** Read it and the list of its members. */
    SEE,
    /** Change title and description. */
    EDIT,
    /** Set whether members see how far the others have read. */
    SET_RECEIPTS,
    /** Delete it for everybody. */
    DELETE,
    /** Become a member by oneself, or stay one. */
    JOIN,
    /** Cease to be a member by oneself. */
    LEAVE,
    /** Make somebody else a plain member. */
    ADD_MEMBER,
    /** Give somebody, oneself included, another role. */
    SET_ROLE,
    /** Remove a plain member. */
    REMOVE_MEMBER,
    /** Remove an administrator or an owner. */
    REMOVE_STAFF
}
