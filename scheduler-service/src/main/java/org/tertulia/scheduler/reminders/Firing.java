package org.tertulia.scheduler.reminders;

import java.time.Instant;
import java.util.UUID;

/**
 * An occurrence of a reminder that has been told.
 *
 * @param id of this occurrence
 * @param dueAt when it was due, UTC; no two firings of a reminder share it
 * @param firedAt when it fired, UTC
 */
public record Firing(UUID id, Instant dueAt, Instant firedAt) {}
