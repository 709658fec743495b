package org.tertulia.notification.inbox;

import org.tertulia.starter.id.NotificationId;

/**
 * A notification is not unread any more.
 *
 * @param id which
 * @param withdrawn whether it is gone; else it is read
 */
record Change(NotificationId id, boolean withdrawn) {}
