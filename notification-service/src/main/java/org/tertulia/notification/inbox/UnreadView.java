package org.tertulia.notification.inbox;

/**
 * Where the caller's inbox stands.
 *
 * @param version counts what was published of it: a live frame with a greater one is newer than this
 * @param unread unread notifications
 */
record UnreadView(long version, int unread) {

    static UnreadView of(InboxState state) {
        return new UnreadView(state.version(), state.unread());
    }
}
