/** The chat service: which chats there are, who belongs to them, and who may do what in them. */
@NullMarked
package org.tertulia.chat;

import org.jspecify.annotations.NullMarked;
