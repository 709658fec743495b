package org.tertulia.message.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A log entry that has no seq yet.
 *
 * @param eventType its CloudEvents type
 * @param json all of it but the seq
 * @param occurredAt when it happened
 * @param traceparent the trace it belongs to
 */
record LogEntryText(
        String eventType, String json, Instant occurredAt, @Nullable String traceparent) {}
