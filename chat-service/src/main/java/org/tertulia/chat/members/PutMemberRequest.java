package org.tertulia.chat.members;

import org.jspecify.annotations.Nullable;
import org.tertulia.chat.rules.ChatRole;

/**
 * Body of {@code PUT /chats/{id}/members/{userId}}; there need not be one.
 *
 * @param role the role to have; null leaves the role of a member as it is and makes others plain members
 */
record PutMemberRequest(@Nullable ChatRole role) {}
