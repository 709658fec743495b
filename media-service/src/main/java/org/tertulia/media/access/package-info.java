/**
 * Who may read a file: its owner, and the members of a chat in which it is attached to a message. The answer comes from
 * a replica of {@code message.events.v1}. That a message has an attachment is taken from there as it is: whether its
 * sender may attach the file is for the message service to check.
 */
@NullMarked
package org.tertulia.media.access;

import org.jspecify.annotations.NullMarked;
