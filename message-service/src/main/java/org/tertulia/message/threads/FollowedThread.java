package org.tertulia.message.threads;

import java.time.Instant;
import org.tertulia.message.timeline.MessageView;

/**
 * A thread in the list of those that a person follows.
 *
 * @param root the message whose thread it is
 * @param readSeq up to which seq of the chat's log the person has read it
 * @param unread messages of others in it after that, without deleted ones, counted up to 1000
 * @param mentions those of them that call the person, counted up to 1000
 * @param activeAt when the newest reply was posted; when the root was, while there is none
 */
record FollowedThread(MessageView root, long readSeq, int unread, int mentions, Instant activeAt) {}
