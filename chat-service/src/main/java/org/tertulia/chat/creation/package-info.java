/** How chats begin, each only once. */
@NullMarked
package org.tertulia.chat.creation;

import org.jspecify.annotations.NullMarked;
