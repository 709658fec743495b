package org.tertulia.translation.chats;

/**
 * What the caller is in a chat.
 *
 * @param name as the chat service has it: {@code owner}, {@code admin} or {@code member}
 * @param leads whether they are one of those who decide there: owners and admins, and both people of a private chat
 */
public record ChatRole(String name, boolean leads) {}
