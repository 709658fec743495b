package org.tertulia.notification.inbox;

/**
 * Where an inbox stands.
 *
 * @param version counts what was published of it
 * @param unread unread notifications
 */
record InboxState(long version, int unread) {}
