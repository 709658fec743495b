package org.tertulia.message.membership;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a chat is from now on.
 *
 * @param title null for private chats
 * @param description empty when there is none
 * @param pictureId null for none
 * @param receipts null to leave them as they are
 */
record Revision(
        @Nullable String title,
        String description,
        @Nullable UUID pictureId,
        @Nullable Boolean receipts) {}
