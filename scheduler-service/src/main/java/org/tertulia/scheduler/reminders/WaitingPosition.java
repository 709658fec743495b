package org.tertulia.scheduler.reminders;

import java.time.Instant;

/**
 * The place of a reminder among those of its owner that are to come, of which the soonest is first.
 *
 * @param next when it is due, UTC
 * @param id which of those that are due then
 */
public record WaitingPosition(Instant next, ReminderId id) {}
