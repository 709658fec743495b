/** Lists of chats: a person's own, and all public ones. */
@NullMarked
package org.tertulia.chat.directory;

import org.jspecify.annotations.NullMarked;
