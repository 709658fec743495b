package org.tertulia.chat.rules;

/** What somebody may want to do with a chat. */
public enum ChatAction {
    /** Read it and the list of its members. */
    SEE,
    /** Change title, description and picture. */
    EDIT,
    /** Set whether members see how far the others have read. */
    SET_RECEIPTS,
    /** See the emoji that it has of its own. */
    SEE_EMOJI,
    /** Give it emoji of its own, and take them away. */
    SET_EMOJI,
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
