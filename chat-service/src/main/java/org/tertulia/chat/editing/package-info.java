/** One chat: reading it, renaming it, deleting it. */
@NullMarked
package org.tertulia.chat.editing;

import org.jspecify.annotations.NullMarked;
