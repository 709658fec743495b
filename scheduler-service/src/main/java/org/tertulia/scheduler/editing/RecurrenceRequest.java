package org.tertulia.scheduler.editing;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;

/**
 * When a reminder comes again.
 *
 * @param rule recurrence rule (RFC 5545)
 * @param zone name of an IANA time zone
 * @param start local date and time from which the rule counts
 */
record RecurrenceRequest(
        @NotNull String rule, @NotNull String zone, @NotNull LocalDateTime start) {}
