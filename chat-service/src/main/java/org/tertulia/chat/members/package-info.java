/** Who belongs to a chat: joining, adding, roles, leaving, removing. */
@NullMarked
package org.tertulia.chat.members;

import org.jspecify.annotations.NullMarked;
