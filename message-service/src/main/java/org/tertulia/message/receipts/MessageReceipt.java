package org.tertulia.message.receipts;

import org.tertulia.starter.id.UserId;

/**
 * What has become of one message with one member.
 *
 * @param userId the member
 * @param read whether they have ever read as far; in a thread, whether they have read as far there
 * @param delivered whether it has reached one of their devices; true of what is read
 */
record MessageReceipt(UserId userId, boolean read, boolean delivered) {}
