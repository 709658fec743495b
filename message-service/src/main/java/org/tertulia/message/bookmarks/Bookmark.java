package org.tertulia.message.bookmarks;

import java.time.Instant;
import org.tertulia.message.timeline.MessagePlace;

/**
 * A message that a person has marked.
 *
 * @param place where it is
 * @param savedAt when it was marked, UTC
 */
record Bookmark(MessagePlace place, Instant savedAt) {}
