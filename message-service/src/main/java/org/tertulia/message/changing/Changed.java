package org.tertulia.message.changing;

import org.jspecify.annotations.Nullable;

/**
 * It is as it was wanted.
 *
 * @param seq the log entry that the change became; null when it was so already, such as by a repeat
 * @param version the message's version, after an edit
 */
public record Changed(@Nullable Long seq, @Nullable Integer version) {}
