/** What is known of others: members, kinds and titles of chats, authors of messages, read markers, what people are called. */
@NullMarked
package org.tertulia.notification.replica;

import org.jspecify.annotations.NullMarked;
