package org.tertulia.notification.email;

import jakarta.validation.constraints.NotNull;

/**
 * Body of {@code POST /notifications/email/confirmations}.
 *
 * @param token what is in the link
 */
record ConfirmationRequest(@NotNull String token) {}
