package org.tertulia.message.markers;

import org.tertulia.message.timeline.Marker;
import org.tertulia.starter.id.ChatId;

/**
 * How far a person has read in a chat, and what is unread after that.
 *
 * @param chatId the chat
 * @param generation one more each time something was marked as unread; see {@link Marker}
 * @param readSeq up to which seq of its log
 * @param unread messages of others in the main conversation after that, counted up to 1000
 * @param mentions those of them that call the person, counted up to 1000
 */
public record ReadMarker(ChatId chatId, int generation, long readSeq, int unread, int mentions) {

    /** Without what is unread. */
    public Marker marker() {
        return new Marker(generation, readSeq);
    }
}
