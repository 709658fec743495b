package org.tertulia.translation.messages;

import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.CallerToken;

/**
 * Somebody who asks for messages.
 *
 * @param id who
 * @param token what other services know them by
 */
record Reader(UserId id, CallerToken token) {}
