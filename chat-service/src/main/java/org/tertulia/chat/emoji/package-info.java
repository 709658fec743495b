/** The emoji that a chat has of its own. */
@NullMarked
package org.tertulia.chat.emoji;

import org.jspecify.annotations.NullMarked;
