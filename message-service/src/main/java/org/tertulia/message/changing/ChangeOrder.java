package org.tertulia.message.changing;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;

/**
 * A change on its way into the log.
 *
 * @param change what, cleaned
 * @param by who
 * @param traceparent the trace it belongs to
 */
record ChangeOrder(Change change, UserId by, @Nullable String traceparent) {}
