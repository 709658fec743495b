package org.tertulia.sample.notes;

import java.time.Instant;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;

/** What somebody wrote on a board. */
record Note(
        MessageId id, ChatId boardId, long seq, UserId authorId, String text, Instant postedAt) {}
