/** Chats and their members as they are stored, and the one way to change them: in turn, numbered, announced. */
@NullMarked
package org.tertulia.chat.ledger;

import org.jspecify.annotations.NullMarked;
