/** What other services say of a chat, to the caller: its messages, and what the caller is in it. */
@NullMarked
package org.tertulia.translation.chats;

import org.jspecify.annotations.NullMarked;
