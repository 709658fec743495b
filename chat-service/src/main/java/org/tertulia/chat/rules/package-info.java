/** Who may do what in a chat: the one place where it is decided, without state or I/O. */
@NullMarked
package org.tertulia.chat.rules;

import org.jspecify.annotations.NullMarked;
