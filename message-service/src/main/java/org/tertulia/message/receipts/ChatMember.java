package org.tertulia.message.receipts;

import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** A person in a chat; whether they are a member is for the database to say. */
record ChatMember(ChatId chatId, UserId userId) {}
