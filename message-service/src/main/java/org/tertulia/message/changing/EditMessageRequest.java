package org.tertulia.message.changing;

import jakarta.validation.constraints.NotNull;

/**
 * Body of an edit.
 *
 * @param text what the message is to say; may be empty when it has attachments
 */
record EditMessageRequest(@NotNull String text) {}
