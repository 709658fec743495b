package org.tertulia.message.receipts;

import org.tertulia.starter.id.UserId;

/**
 * How far a member of a chat is, as the others see it. Neither seq ever goes back, also not when the member marks
 * something as unread: what was seen was seen.
 *
 * @param userId the member
 * @param sinceSeq the seq with which they became a member; what is before it counts for nothing here
 * @param deliveredSeq up to which seq of the log it has reached one of their devices; never below {@code readSeq}
 * @param readSeq up to which seq they have ever read in the main conversation
 */
record ReceiptPosition(UserId userId, long sinceSeq, long deliveredSeq, long readSeq) {}
