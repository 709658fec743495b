/** What of a chat has reached its members and what they have read, as the other members see it. */
@NullMarked
package org.tertulia.message.receipts;

import org.jspecify.annotations.NullMarked;
