/** Which language somebody reads, and in which chats they want translations. */
@NullMarked
package org.tertulia.translation.preferences;

import org.jspecify.annotations.NullMarked;
