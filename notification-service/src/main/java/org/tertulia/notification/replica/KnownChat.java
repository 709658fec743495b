package org.tertulia.notification.replica;

/**
 * What is known of a chat.
 *
 * @param privateChat whether it is a chat of two
 * @param handledSeq up to which entry its log was dealt with; of messages up to there some may still have to be told
 */
public record KnownChat(boolean privateChat, long handledSeq) {

    /** A chat that was opened before anything is remembered; nobody is known to be in it. */
    static final KnownChat UNKNOWN = new KnownChat(false, 0);
}
