package org.tertulia.message.receipts;

import jakarta.validation.constraints.NotNull;

/**
 * Whether a person sends receipts, and thereby sees those of others. Who has said nothing does.
 *
 * @param send whether they do
 */
record ReceiptPreference(@NotNull Boolean send) {}
