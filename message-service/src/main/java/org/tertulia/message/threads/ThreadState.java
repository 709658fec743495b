package org.tertulia.message.threads;

import org.tertulia.starter.id.ChatId;

/**
 * How a person stands to a thread.
 *
 * @param chatId the chat
 * @param thread the seq of the message whose thread it is
 * @param following whether the person is told what is unread in it
 * @param readSeq up to which seq of the chat's log they have read it
 * @param unread messages of others in it after that, without deleted ones, counted up to 1000
 * @param mentions those of them that call the person, counted up to 1000
 */
public record ThreadState(
        ChatId chatId, long thread, boolean following, long readSeq, int unread, int mentions) {}
