package org.tertulia.message.bookmarks;

import java.time.Instant;
import org.tertulia.message.timeline.MessageView;

/**
 * A bookmark as its owner sees it.
 *
 * @param message the message as it is now
 * @param savedAt when it was marked, UTC
 */
record BookmarkView(MessageView message, Instant savedAt) {}
