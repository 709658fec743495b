/** Events about chats and who belongs to them, published by the chat service. */
@NullMarked
package org.tertulia.contracts.chat;

import org.jspecify.annotations.NullMarked;
