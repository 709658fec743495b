/** Messages of chats in other languages, each text translated once. */
@NullMarked
package org.tertulia.translation.messages;

import org.jspecify.annotations.NullMarked;
