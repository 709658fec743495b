package org.tertulia.translation.chats;

/**
 * What a message says now.
 *
 * @param seq its place in the chat's log
 * @param version which of its texts it is: 1, 2, 3 …
 * @param text what it says; may be empty when files say it
 */
public record SaidMessage(long seq, int version, String text) {}
